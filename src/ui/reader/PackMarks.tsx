import { selectPack } from '../../app/selectPack';
import type { LabelPack } from '../../core/model';
import { grouped, useActions, useApp } from '../parts';
import { judgementOf } from './stepFacts';

type Rating = LabelPack['ratings'][number];
const NO_RATINGS: Record<string, number> = {};
const NO_TAGS: readonly string[] = [];

/** Ratings and tags of the pack: of the trace, and of the active step. */
export function PackMarks() {
  const actions = useActions();
  const pack = useApp(selectPack);
  const step = useApp(({ reader }) => reader?.steps[reader.active]);
  const quality = useApp(
    ({ reader, annotation }) =>
      (reader && annotation.annotations.texts.get(reader.open.trace.text)?.quality) ?? NO_RATINGS,
  );
  const judgement = useApp((state) => (step === undefined ? undefined : judgementOf(state, step.id)));
  const ofTrace = pack.ratings.filter(({ on }) => on === 'trace');
  const ofStep = pack.ratings.filter(({ on }) => on === 'step');
  const tags = judgement?.tags ?? NO_TAGS;
  return (
    <>
      {ofTrace.map((rating) => (
        <Scale key={rating.id} rating={rating} value={quality[rating.id]} onRate={actions.rateTrace} />
      ))}
      {step !== undefined && ofStep.length + pack.tags.length > 0 && (
        <div className="stack stack--tight" role="group" aria-label={`Step ${step.index + 1}`}>
          <h2 className="h">Step {grouped(step.index + 1)}</h2>
          {ofStep.map((rating) => (
            <Scale
              key={rating.id}
              rating={rating}
              value={judgement?.ratings[rating.id]}
              onRate={actions.rateStep}
            />
          ))}
          <div className="row row--wrap">
            {pack.tags.map((tag) => (
              <button
                key={tag}
                type="button"
                className={tags.includes(tag) ? 'chip is-on' : 'chip chip--add'}
                aria-pressed={tags.includes(tag)}
                onClick={() => actions.toggleTag(tag)}
              >
                {tag}
              </button>
            ))}
          </div>
        </div>
      )}
    </>
  );
}

interface ScaleProps {
  rating: Rating;
  value: number | undefined;
  onRate: (rating: string, value: number) => void;
}

/** The value that is there already takes it back. */
function Scale({ rating: { id, min, max }, value, onRate }: ScaleProps) {
  const values = Array.from({ length: max - min + 1 }, (_, i) => min + i);
  return (
    <div className="row row--wrap" role="group" aria-label={id}>
      <span className="xs ink2 grow">{id}</span>
      {values.map((one) => (
        <button
          key={one}
          type="button"
          className={one === value ? 'chip is-on' : 'chip chip--add'}
          aria-pressed={one === value}
          onClick={() => onRate(id, one)}
        >
          {one}
        </button>
      ))}
    </div>
  );
}
