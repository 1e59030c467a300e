import { selectPackUnder, selectProtocol, titleOfCategory } from '../../app/selectPack';
import type { StepView } from '../../app/state';
import { isPropagated, PROPAGATED } from '../../core/labels';
import type { Judgement } from '../../core/model';
import { KeyHint, useApp, useStepmark, VerdictWord } from '../parts';
import { CutFoot } from './cuts';
import { HindsightTags } from './HindsightTags';
import { LastLine } from './LastLine';
import { PickFoot, SelectionHint, TypingFoot } from './ModeFoot';
import { isCleared, judgementOf, lastNamedAt } from './stepFacts';
import { VerdictControl } from './VerdictControl';

/** The line under a step: always there and always 30 px, so that no verdict moves the text. */
export function StepFoot({ step, isActive }: { step: StepView; isActive: boolean }) {
  const judgement = useApp((state) => judgementOf(state, step.id));
  const last = useApp(({ reader }) => reader?.steps[lastNamedAt(reader, step.index)]);
  const isTyping = useApp(({ reader }) => isActive && reader?.mode === 'type');
  const cutAt = useApp(({ reader }) => (isActive ? reader?.cutAt : undefined));
  const isPicking = useApp(({ reader }) => isActive && reader?.mode === 'pick');
  const selected = useApp(({ reader }) => {
    const range = isActive && reader?.selection?.id === step.id ? reader.selection.range : undefined;
    return range && reader?.open.trace.raw.slice(range.start, range.end);
  });
  if (isTyping) return <TypingFoot />;
  if (isPicking) return <PickFoot step={step} />;
  if (cutAt !== undefined) return <CutFoot step={step} at={cutAt} />;
  const isOwn = last?.index === step.index;
  return (
    <div className="step__foot">
      {isActive && <VerdictControl step={step} compact={last !== undefined || selected !== undefined} />}
      {selected !== undefined && <SelectionHint text={selected} />}
      {isActive && last === undefined && selected === undefined && (
        <MoreKeys step={step} judgement={judgement} />
      )}
      {!isActive && !isOwn && judgement !== undefined && <Said judgement={judgement} />}
      {!isActive && <HindsightTags step={step} />}
      {last !== undefined && selected === undefined && (
        <LastLine
          last={last}
          own={isActive && isOwn}
          behind={!isOwn && (isActive || judgement?.verdict !== undefined)}
        />
      )}
    </div>
  );
}

/** The word of the verdict, its categories and flags. */
function Said({ judgement }: { judgement: Judgement }) {
  const pack = useApp(selectPackUnder);
  const hasFlag = useApp((state) => selectProtocol(state).flagPropagated);
  return (
    <>
      {judgement.verdict !== undefined && (
        <span className={`v-${judgement.verdict} medium`}>
          {judgement.verdict}
          {judgement.by === 'bulk' && <span className="step__bulk"> in bulk</span>}
        </span>
      )}
      {judgement.unsure === true && <VerdictWord verdict="unsure" />}
      {judgement.correction !== undefined && <span className="tag tag--line">rewritten</span>}
      {judgement.tags.map((tag) => (
        <span key={tag} className="tag">
          {tag}
        </span>
      ))}
      {judgement.badSplit === true && <span className="tag tag--line">bad split</span>}
      {judgement.review === true && <span className="tag tag--line">review</span>}
      {judgement.categories.map((id) => (
        <span key={id} className={hasFlag && id === PROPAGATED ? 'tag tag--line' : undefined}>
          {titleOfCategory(pack, id)}
        </span>
      ))}
    </>
  );
}

function MoreKeys({ step, judgement }: { step: StepView; judgement: Judgement | undefined }) {
  const app = useStepmark();
  const offersEnter = useApp(
    (state) =>
      judgement?.verdict === 'erroneous' &&
      selectProtocol(state).afterFirstError === 'stop' &&
      !isCleared(state, step.index),
  );
  const hasFlag = useApp((state) => selectProtocol(state).flagPropagated);
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
      {hasFlag && offer('judge.propagated', 'follows from an error', isPropagated(judgement))}
      {offer('judge.unsure', 'unsure', judgement?.unsure === true)}
      {offer('judge.comment', 'comment')}
    </span>
  );
}
