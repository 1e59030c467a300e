import { Keyboard } from 'lucide-react';
import type { StepView } from '../../app/state';
import { protocolById, REASONING_STEPS } from '../../core/labels';
import type { Judgement } from '../../core/model';
import { Icon, Key, KeyHint, useApp, useStepmark, VerdictWord } from '../parts';
import { CutFoot } from './CutFoot';
import { LastLine } from './LastLine';
import { judgementOf, lastNamedAt } from './stepFacts';
import { VerdictControl } from './VerdictControl';

/** The line under a step: always there and always 30 px, so that no verdict moves the text. */
export function StepFoot({ step, isActive }: { step: StepView; isActive: boolean }) {
  const judgement = useApp((state) => judgementOf(state, step.id));
  const last = useApp(({ reader }) => reader?.steps[lastNamedAt(reader, step.index)]);
  const isTyping = useApp(({ reader }) => isActive && reader?.mode === 'type');
  const cutAt = useApp(({ reader }) => (isActive ? reader?.cutAt : undefined));
  if (isTyping) return <TypingFoot />;
  if (cutAt !== undefined) return <CutFoot step={step} at={cutAt} />;
  const isOwn = last?.index === step.index;
  return (
    <div className="step__foot">
      {isActive && <VerdictControl step={step} compact={last !== undefined} />}
      {isActive && last === undefined && <MoreKeys step={step} judgement={judgement} />}
      {!isActive && !isOwn && judgement !== undefined && <Said judgement={judgement} />}
      {last !== undefined && (
        <LastLine
          last={last}
          own={isActive && isOwn}
          behind={!isOwn && (isActive || judgement?.verdict !== undefined)}
        />
      )}
    </div>
  );
}

function TypingFoot() {
  return (
    <div className="step__foot">
      <Icon of={Keyboard} small />
      Typing a comment: letters and numbers are text. <Key>Esc</Key> back to the keys
    </div>
  );
}

/** The word of the verdict, its categories and flags. */
function Said({ judgement }: { judgement: Judgement }) {
  const titles = judgement.categories.map(
    (id) => REASONING_STEPS.categories.find((category) => category.id === id)?.title ?? id,
  );
  return (
    <>
      {judgement.verdict !== undefined && (
        <span className={`v-${judgement.verdict} medium`}>
          {judgement.verdict}
          {judgement.by === 'bulk' && <span className="step__bulk"> in bulk</span>}
        </span>
      )}
      {judgement.unsure === true && <VerdictWord verdict="unsure" />}
      {judgement.badSplit === true && <span className="tag tag--line">bad split</span>}
      {judgement.review === true && <span className="tag tag--line">review</span>}
      {titles.map((title) => (
        <span key={title}>{title}</span>
      ))}
    </>
  );
}

function MoreKeys({ step, judgement }: { step: StepView; judgement: Judgement | undefined }) {
  const app = useStepmark();
  const offersEnter = useApp(
    ({ settings }) =>
      judgement?.verdict === 'erroneous' && protocolById(settings.protocol).afterFirstError === 'stop',
  );
  const offer = (command: string, word: string, isOn = false) => (
    <button
      type="button"
      tabIndex={-1}
      className={isOn ? 'vc__m is-on' : 'vc__m'}
      onClick={() => app.run(command)}
    >
      <KeyHint command={command} /> {word}
      <span className="sr">, step {step.index + 1}</span>
    </button>
  );
  return (
    <span className="vc__more hide-s">
      {offersEnter ? offer('trace.finish', 'finish the trace') : offer('judge.firstError', 'first error')}
      {offer('judge.unsure', 'unsure', judgement?.unsure === true)}
      {offer('judge.comment', 'comment')}
    </span>
  );
}
