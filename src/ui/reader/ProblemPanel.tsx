import { Eye } from 'lucide-react';
import type { OpenTrace, ReaderSlice } from '../../app/state';
import { protocolById } from '../../core/labels';
import { Button, Icon, KeyHint, useApp, useStepmark } from '../parts';
import { DraftOffer } from './DraftOffer';
import { StepImage, StepText } from './markdown';
import { OtherPrompt } from './OtherPrompt';
import { Outline } from './outline';
import { Rollouts } from './Rollouts';
import { traceHintsShown } from './stepFacts';
import { Guideline, WholeTrace } from './WholeTrace';

export function ProblemPanel({ reader }: { reader: Pick<ReaderSlice, 'open' | 'steps'> }) {
  const { open } = reader;
  return (
    <aside className="side" aria-label="Problem">
      <section className="side__sec prob stack">
        <h2 className="h hide-s">Problem</h2>
        <Prompt open={open} />
        <DraftOffer />
        <OtherPrompt />
        <Reference open={open} />
      </section>
      <Rollouts reader={reader} />
      <Outline />
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
