import { Inbox } from 'lucide-react';
import { selectPackUnder, titleOfCategory } from '../../app/selectPack';
import { selectShown } from '../../app/selectShown';
import type { ReaderSlice } from '../../app/state';
import { placeInWords, stepFor } from '../../app/tray';
import { passageId } from '../../core/identity';
import type { Judgement, Passage } from '../../core/model';
import { Button, counted, Key, useActions, useApp, VerdictWord } from '../parts';
import { DrawerFrame } from './drawers';
import { StepText } from './markdown';

const MOST_UNITS = 280;

/** Judgements whose passage is no step now, with their text. None is ever dropped but by hand. */
export function TrayDrawer({ onLeave }: { onLeave: () => void }) {
  const actions = useActions();
  const { tray } = useApp(selectShown);
  const reader = useApp((state) => state.reader);
  if (reader === undefined) return null;
  const foot = tray.length > 1 && (
    <>
      <Button onClick={() => actions.cutForJudgements(tray.map(({ at }) => at))}>
        Cut for all {tray.length}
      </Button>
      <span className="grow" />
      <span className="nowrap">
        one change, one <Key>Z</Key>
      </span>
    </>
  );
  const title = `Tray: ${counted(tray.length, 'judgement')} ${tray.length === 1 ? 'waits' : 'wait'}`;
  return (
    <DrawerFrame
      icon={Inbox}
      title={title}
      aside={reader.open.problemName}
      onLeave={onLeave}
      {...(foot === false ? {} : { foot })}
    >
      <ol>
        {tray.map((waiting) => (
          <Waiting key={passageId(waiting.at)} reader={reader} {...waiting} />
        ))}
      </ol>
      <p className="side__sec xs ink2">
        {tray.length === 0 ? 'Nothing waits: every judgement shows on a step. ' : ''}A judgement waits here
        when its passage is no step of the present cut. It is kept on the disk and in the labels file; an
        export leaves it out and counts it. Under the strategy it was made with it stands where it was.
      </p>
    </DrawerFrame>
  );
}

interface WaitingProps {
  reader: ReaderSlice;
  at: Passage;
  judgement: Judgement;
}

function Waiting({ reader, at, judgement }: WaitingProps) {
  const actions = useActions();
  const pack = useApp(selectPackUnder);
  const step = reader.steps[stepFor(reader, at)];
  const { raw } = reader.open.trace;
  const text = raw.slice(at.start, Math.min(at.end, at.start + MOST_UNITS));
  return (
    <li className="side__sec stack stack--tight">
      <div className="row">
        {judgement.verdict === undefined ? (
          <span>no verdict</span>
        ) : (
          <VerdictWord verdict={judgement.verdict} />
        )}
        <span className="xs ink2">
          {judgement.categories.map((id) => titleOfCategory(pack, id)).join(', ')}
        </span>
      </div>
      <StepText text={at.end - at.start > MOST_UNITS ? `${text}…` : text} className="prose tray__text" />
      {judgement.comment !== undefined && <p className="xs">“{judgement.comment}”</p>}
      <p className="xs ink2">{placeInWords(reader, step, at)}</p>
      <div className="row">
        {step !== undefined && (
          <>
            <Button small onClick={() => actions.cutForJudgements([at])}>
              Cut step {step.index + 1} here
            </Button>
            <Button small onClick={() => actions.placeJudgement(at)}>
              Move to step {step.index + 1}
            </Button>
          </>
        )}
        <Button small onClick={() => actions.dropJudgement(at)}>
          Drop
        </Button>
      </div>
    </li>
  );
}
