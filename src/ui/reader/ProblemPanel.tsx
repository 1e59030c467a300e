import { BookOpen, Eye } from 'lucide-react';
import type { OpenTrace, ReaderSlice } from '../../app/state';
import { protocolById, REASONING_STEPS } from '../../core/labels';
import { Button, Icon, KeyHint, useActions, useApp, useStepmark } from '../parts';
import { StepImage, StepText } from './markdown';
import { OtherPrompt } from './OtherPrompt';
import { Rollouts } from './Rollouts';
import { traceHintsShown } from './stepFacts';

export function ProblemPanel({ reader }: { reader: Pick<ReaderSlice, 'open' | 'steps'> }) {
  const { open } = reader;
  return (
    <aside className="side" aria-label="Problem">
      <section className="side__sec prob stack">
        <h2 className="h hide-s">Problem</h2>
        <Prompt open={open} />
        <OtherPrompt />
        <Reference open={open} />
      </section>
      <Rollouts reader={reader} />
      <WholeTrace open={open} />
      <Guideline />
    </aside>
  );
}

function Prompt({ open }: { open: OpenTrace }) {
  const { prompt, options, system, assets } = open.problem;
  const inText = [...prompt.matchAll(/\uFFFC/g)].map(({ index }) =>
    assets.find(({ atUtf16 }) => atUtf16 === index),
  );
  const apart = assets.filter((asset) => !inText.includes(asset));
  return (
    <>
      {system !== undefined && system !== '' && (
        <details className="xs ink2">
          <summary>System prompt</summary>
          <StepText text={system} className="prose prose--sm" />
        </details>
      )}
      {prompt === '' ? (
        <p className="ink3">The file gives no problem text.</p>
      ) : (
        <StepText text={prompt} images={inText} />
      )}
      {options !== undefined && (
        <ol className="prob__options">
          {options.map((option, i) => (
            // Options of one problem never change their order.
            <li key={i}>
              <StepText text={option} className="prose prose--sm" />
            </li>
          ))}
        </ol>
      )}
      {apart.map((asset) => (
        <StepImage key={asset.hash} asset={asset} />
      ))}
    </>
  );
}

/** What exists but is withheld is hatched; revealing is logged. */
function Reference({ open }: { open: OpenTrace }) {
  const app = useStepmark();
  const shown = useApp(traceHintsShown);
  const revealed = useApp(({ reader }) => reader?.revealed === true);
  const hints = useApp(({ settings }) => protocolById(settings.protocol).hints);
  const { answer, solution } = open.problem;
  const { scores, given, outcome } = open.of;
  const hasReference = answer !== undefined || solution !== undefined;
  const hasScores = scores.length + given.length > 0;
  const hasHints = hasScores || outcome !== undefined;
  if (!hasReference && !hasHints) return null;
  if (!shown) {
    return (
      <div className="veil">
        <Button small onClick={() => app.run('trace.reveal')}>
          <Icon of={Eye} small />
          <span>
            Reveal {hasReference ? 'reference' : hasScores ? 'scores and labels' : 'outcome'}
            {hasReference && hasHints && (
              <span className="hide-l">{hasScores ? ' and scores' : ' and outcome'}</span>
            )}
          </span>
          <KeyHint command="trace.reveal" />
        </Button>
        <p>
          {hints === 'afterVerdict' && hasScores
            ? 'Scores and labels of a step appear after your verdict on it.'
            : 'Withheld by the protocol. Revealing is logged.'}
        </p>
      </div>
    );
  }
  if (!hasReference) return revealed ? <p className="xs ink3">Scores and labels revealed, logged.</p> : null;
  return (
    <div className="stack stack--tight">
      <div className="row">
        <h2 className="h grow">Reference</h2>
        {revealed && <span className="xs ink3">revealed, logged</span>}
      </div>
      {answer !== undefined && <StepText text={answer} className="prose reveal" />}
      {solution !== undefined && (
        <details className="xs ink2">
          <summary>Reference solution</summary>
          <StepText text={solution} className="prose prose--sm" />
        </details>
      )}
    </div>
  );
}

const FINISHED = {
  done: 'finished',
  partial: 'finished as partial',
  bad_problem: 'bad problem',
  give_up: 'given up',
} as const;

function WholeTrace({ open }: { open: OpenTrace }) {
  const app = useStepmark();
  const actions = useActions();
  const finish = useApp(({ annotation }) => annotation.annotations.texts.get(open.trace.text)?.finish);
  const shown = useApp(traceHintsShown);
  const { outcome } = open.of;
  const chip = (how: 'bad_problem' | 'give_up', word: string) => (
    <button
      type="button"
      className={`chip ${finish === how ? 'is-on' : 'chip--add'}`}
      aria-pressed={finish === how}
      onClick={() => actions.giveUp(how)}
    >
      {word}
    </button>
  );
  return (
    <section className="side__sec stack stack--tight">
      <div className="row">
        <h2 className="h grow">Whole trace</h2>
        <span className="xs ink3">{finish === undefined ? 'not finished' : FINISHED[finish]}</span>
      </div>
      {shown && outcome !== undefined && (
        <p className="xs ink2">
          Outcome in the file:{' '}
          <span className="ink">{typeof outcome === 'number' ? outcome : outcome ? 'right' : 'wrong'}</span>
        </p>
      )}
      <div className="row row--wrap">
        <button type="button" className="chip chip--add" onClick={() => app.run('trace.finish')}>
          Finish <KeyHint command="trace.finish" />
        </button>
        {chip('bad_problem', 'Bad problem')}
        {chip('give_up', 'Give up')}
      </div>
    </section>
  );
}

const RULES = {
  'own-merit': 'Each step on its own merit. A later correction does not clear an earlier error.',
  'first-error': 'Up to the first error: judging stops there, and Enter finishes the trace.',
} as const;

function Guideline() {
  const protocol = useApp(({ settings }) => settings.protocol);
  return (
    <section className="side__sec stack stack--tight">
      <details className="guide">
        <summary className="row">
          <Icon of={BookOpen} small />
          Guideline: reasoning steps
        </summary>
        <StepText text={REASONING_STEPS.guideline} className="prose prose--sm" />
      </details>
      <p className="xs ink3">{RULES[protocol]}</p>
    </section>
  );
}
