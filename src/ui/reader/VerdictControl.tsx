import { useApp, useStepmark, KeyHint, VerdictMark } from '../parts';
import type { Verdict } from '../../core/model';
import { judgementOf } from './stepFacts';
import type { StepView } from '../../app/state';

const VERDICTS: readonly Verdict[] = ['correct', 'redundant', 'erroneous'];

/** The three keys as buttons, on the active step. They are no tab stops: the list is one, and has the keys. */
export function VerdictControl({ step, compact = false }: { step: StepView; compact?: boolean }) {
  const verdict = useApp((state) => judgementOf(state, step.id)?.verdict);
  const { actions } = useStepmark();
  return (
    <span className="vc" role="group" aria-label={`Verdict on step ${step.index + 1}`}>
      {VERDICTS.map((one) => (
        <button
          key={one}
          type="button"
          tabIndex={-1}
          className={`vc__b v-${one}${one === verdict ? ' is-on' : ''}`}
          aria-pressed={one === verdict}
          onClick={() => actions.judge(one)}
        >
          <KeyHint command={`judge.${one}`} />
          <VerdictMark verdict={one} size={14} silent />
          {compact && one !== verdict ? <span className="sr">{one}</span> : one}
        </button>
      ))}
    </span>
  );
}
