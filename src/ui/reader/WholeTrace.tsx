import { BookOpen } from 'lucide-react';
import { selectPack, selectProtocol } from '../../app/selectPack';
import type { OpenTrace } from '../../app/state';
import { PackMarks } from './PackMarks';
import { Icon, KeyHint, minutes, useApp, useStepmark } from '../parts';
import { traceHintsShown } from './stepFacts';

const FINISHED = {
  done: 'finished',
  partial: 'finished as partial',
  bad_problem: 'bad problem',
  give_up: 'given up',
} as const;

/** What is said of the trace as a whole; all of it optional. */
export function WholeTrace({ open }: { open: OpenTrace }) {
  const app = useStepmark();
  const said = useApp(({ annotation }) => annotation.annotations.texts.get(open.trace.text));
  const shown = useApp(traceHintsShown);
  const { outcome } = open.of;
  const finish = said?.finish;
  const chip = (command: string, word: string, isOn: boolean) => (
    <button
      type="button"
      className={`chip ${isOn ? 'is-on' : 'chip--add'}`}
      aria-pressed={isOn}
      onClick={() => app.run(command)}
    >
      {word} <KeyHint command={command} />
    </button>
  );
  return (
    <section className="side__sec stack stack--tight">
      <div className="row">
        <h2 className="h grow">Whole trace</h2>
        <Spent problem={open.problem.key} />
        <span className="xs ink3">{finish === undefined ? 'not finished' : FINISHED[finish]}</span>
      </div>
      {shown && outcome !== undefined && (
        <p className="xs ink2">
          Outcome in the file:{' '}
          <span className="ink">{typeof outcome === 'number' ? outcome : outcome ? 'right' : 'wrong'}</span>
        </p>
      )}
      <div className="row row--wrap">
        {chip('trace.correct', 'Correct', said?.verdict === 'correct')}
        {chip('trace.erroneous', 'Erroneous', said?.verdict === 'erroneous')}
        {chip('trace.badProblem', 'Bad problem', finish === 'bad_problem')}
        {chip('trace.giveUp', 'Give up…', finish === 'give_up')}
        {chip('trace.finish', 'Finish', finish === 'done' || finish === 'partial')}
      </div>
      <PackMarks />
      {said?.comment !== undefined && (
        <p className="xs ink2" dir="auto">
          {said.comment}
        </p>
      )}
    </section>
  );
}

/** Active time, quietly: idle minutes and hidden tabs do not count. */
function Spent({ problem }: { problem: OpenTrace['problem']['key'] }) {
  const spentMs = useApp(({ saving }) => saving.spent?.onProblem.get(problem));
  return spentMs === undefined ? null : (
    <span className="xs ink3" title="Active time on this problem">
      {minutes(spentMs)}
    </span>
  );
}

const RULES = {
  judge: 'Each step on its own merit. A later correction does not clear an earlier error.',
  stop: 'Up to the first error: judging stops there, and Enter finishes the trace.',
} as const;

export function Guideline() {
  const app = useStepmark();
  const pack = useApp(selectPack);
  const protocol = useApp(selectProtocol);
  return (
    <section className="side__sec stack stack--tight">
      <button type="button" className="linkish row guide" onClick={() => app.run('trace.guideline')}>
        <Icon of={BookOpen} small />
        Guideline: {pack.id.replaceAll('-', ' ')} <KeyHint command="trace.guideline" />
      </button>
      <p className="xs ink3">{RULES[protocol.afterFirstError]}</p>
    </section>
  );
}
