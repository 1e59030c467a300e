import { indexOfPassage } from '../../app/selectShown';
import type { StepView } from '../../app/state';
import { passageId } from '../../core/identity';
import { grouped, useApp } from '../parts';
import { isCleared } from './stepFacts';

/** What later steps make of this one. */
export function HindsightTags({ step }: { step: StepView }) {
  const said = useApp(({ reader, annotation }) =>
    reader === undefined ? undefined : annotation.annotations.texts.get(reader.open.trace.text),
  );
  const steps = useApp(({ reader }) => reader?.steps);
  const isClear = useApp((state) => isCleared(state, step.index));
  if (said === undefined || steps === undefined) return null;
  const fix = said.correctedAt.find(([wrong]) => passageId(wrong) === step.id)?.[1];
  const corrects = said.correctedAt.filter(([, by]) => passageId(by) === step.id).map(([wrong]) => wrong);
  const numberOf = (id: Parameters<typeof indexOfPassage>[1]) => {
    const index = indexOfPassage(steps, id);
    return index < 0 ? 'a step of another cut' : `step ${grouped(index + 1)}`;
  };
  return (
    <>
      {fix !== undefined && (
        <span className="tag tag--line">
          {isClear ? 'cleared at' : 'corrected at'} {numberOf(passageId(fix))}
        </span>
      )}
      {corrects.length > 0 && (
        <span className="tag tag--line">
          corrects {corrects.map((wrong) => numberOf(passageId(wrong))).join(', ')}
        </span>
      )}
      {said.stopAt !== undefined && passageId(said.stopAt) === step.id && (
        <span className="tag tag--line">could have stopped here</span>
      )}
      {said.ledNowhere.some((one) => passageId(one) === step.id) && (
        <span className="tag tag--line">led nowhere</span>
      )}
    </>
  );
}
