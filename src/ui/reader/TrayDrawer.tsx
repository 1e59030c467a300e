import { Inbox, X } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import { selectPack, titleOfCategory } from '../../app/selectPack';
import { selectShown } from '../../app/selectShown';
import { passageId } from '../../core/identity';
import { Button, counted, Icon, useActions, useApp, VerdictWord } from '../parts';

const MOST_UNITS = 280;

/** Judgements whose passage is no step now, with their text. None is ever dropped. */
export function TrayDrawer({ onLeave }: { onLeave: () => void }) {
  const actions = useActions();
  const pack = useApp(selectPack);
  const { tray } = useApp(selectShown);
  const raw = useApp(({ reader }) => reader?.open.trace.raw ?? '');
  const leave = () => {
    actions.showDrawer(undefined);
    onLeave();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    leave();
  };
  return (
    // Esc goes one layer back from anywhere inside.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <aside className="drawer" aria-label="Tray" onKeyDown={onKeyDown}>
      <div className="drawer__h">
        <Icon of={Inbox} />
        <h2 className="medium grow nowrap">
          Tray: {counted(tray.length, 'judgement')} {tray.length === 1 ? 'waits' : 'wait'}
        </h2>
        <Button look="ghost" small iconOnly aria-label="Close" onClick={leave}>
          <Icon of={X} small />
        </Button>
      </div>
      <div className="drawer__b">
        <ol>
          {tray.map(({ at, judgement }) => (
            <li key={passageId(at)} className="side__sec stack stack--tight">
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
              <p className="tray__text" dir="auto">
                {raw.slice(at.start, Math.min(at.end, at.start + MOST_UNITS))}
                {at.end - at.start > MOST_UNITS && '…'}
              </p>
              {judgement.comment !== undefined && <p className="xs ink2">{judgement.comment}</p>}
              <div className="row">
                <Button small onClick={() => actions.placeJudgement(at)}>
                  Move to the step it touches most
                </Button>
              </div>
            </li>
          ))}
        </ol>
        <p className="side__sec xs ink2">
          A judgement waits here when its passage is no step of the present cut. It is kept on the disk and in
          the labels file; an export leaves it out and counts it.
        </p>
      </div>
    </aside>
  );
}
