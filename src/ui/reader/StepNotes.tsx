import { MessageSquare, PenLine } from 'lucide-react';
import { selectProtocol } from '../../app/selectPack';
import type { StepView } from '../../app/state';
import type { GivenLabel } from '../../core/model';
import { Icon, KeyHint, minutes, ScoreBar, useApp, useStepmark, VerdictWord } from '../parts';
import { hintsShown, judgementOf, stepHints } from './stepFacts';

/** The margin: machine scores, labels of the file and the comment. It is cut, never grown. */
export function StepNotes({ step, isActive }: { step: StepView; isActive: boolean }) {
  const judgement = useApp((state) => judgementOf(state, step.id));
  const hints = useApp(({ reader }) =>
    reader === undefined ? undefined : stepHints(reader.open.of, reader.steps, step.index),
  );
  const shown = useApp((state) => hintsShown(state, judgement?.verdict !== undefined));
  const afterVerdict = useApp((state) => selectProtocol(state).hints === 'afterVerdict');
  const hasSpans = judgement !== undefined && judgement.spans.length > 0;
  const raw = useApp(({ reader }) => (hasSpans ? reader?.open.trace.raw : undefined));
  const exists = hints !== undefined && hints.scores.length + hints.given.length > 0;
  return (
    <div className="step__notes">
      {exists && !shown && (
        <p>
          <ScoreBar value={undefined} hidden />
          {isActive && (
            <span className="ink3 hide-l">{afterVerdict ? 'after your verdict' : 'withheld'}</span>
          )}
        </p>
      )}
      {shown &&
        hints?.scores.map((score, i) => (
          <p key={`${score.source} ${i}`} title={score.source}>
            <ScoreBar value={score.value} range={score.range} />
          </p>
        ))}
      {shown && hints?.given.map((label, i) => <Given key={`${label.source} ${i}`} label={label} />)}
      {judgement?.spans.map(({ start, end }) => (
        <p key={start} className="clip">
          <q className="step__span" dir="auto">
            {raw?.slice(start, Math.min(end, start + 120))}
          </q>
        </p>
      ))}
      {judgement?.correction !== undefined && (
        <p className="step__said">
          <Icon of={PenLine} small />
          <span dir="auto">{judgement.correction}</span>
        </p>
      )}
      {judgement?.comment !== undefined && (
        <p className="step__said">
          <Icon of={MessageSquare} small />
          <span>{judgement.comment}</span>
        </p>
      )}
      {isActive && <CutKeys step={step} />}
    </div>
  );
}

function CutKeys({ step }: { step: StepView }) {
  const app = useStepmark();
  const isReading = useApp(({ reader }) => reader?.mode === 'read');
  const spentMs = useApp(({ saving }) => saving.spent?.onStep.get(step.id));
  const offer = (command: string, word: string) => (
    <button type="button" tabIndex={-1} className="vc__m" onClick={() => app.run(command)}>
      <KeyHint command={command} /> {word}
    </button>
  );
  return isReading ? (
    <p className="vc__more hide-l">
      {offer('split.cutMode', 'cut')}
      {offer('split.join', 'join up')}
      {spentMs !== undefined && <span title="Active time on this step so far">{minutes(spentMs)}</span>}
    </p>
  ) : null;
}

const WORDS = { correct: 'right', redundant: 'redundant', erroneous: 'wrong' } as const;
const BY = { human: '', rule: ', by a rule', model: ', by a model', unknown: '' } as const;

/** Files name people by long ids: the verdict must stay in sight, the whole name is the tooltip. */
function shortName(annotator: string | undefined): string {
  if (annotator === undefined || annotator.startsWith('file: ')) return 'file';
  return annotator.length <= 16 ? annotator : `${annotator.slice(0, 12)}…`;
}

function Given({ label }: { label: GivenLabel }) {
  const who = shortName(label.annotator);
  const rest = BY[label.origin];
  const categories = label.categories.length > 0 ? ` (${label.categories.join(', ')})` : '';
  return (
    <>
      <p title={`${label.annotator ?? label.source}: ${String(label.raw)}`}>
        {label.verdict === undefined ? (
          <span className="vw is-given">{`${who}: ${String(label.raw)}${rest}`}</span>
        ) : (
          <VerdictWord verdict={label.verdict} given>
            {`${who}: ${WORDS[label.verdict]}${rest}${categories}`}
          </VerdictWord>
        )}
      </p>
      {label.comment !== undefined && <p className="step__given">{label.comment}</p>}
    </>
  );
}
