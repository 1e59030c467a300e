import { Eye, History, Redo2 } from 'lucide-react';
import type { HistoryEntry } from '../../../app/state';
import { Button, Icon, KeyHint, useActions, useApp, VerdictMark } from '../../parts';
import { DrawerFrame } from './DrawerFrame';

const clock = new Intl.DateTimeFormat(undefined, {
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
});
const day = new Intl.DateTimeFormat(undefined, { month: 'short', day: 'numeric' });
const timeOf = (at: number) =>
  new Date(at).toDateString() === new Date().toDateString() ? clock.format(at) : day.format(at);

/** All that was done on this device, newest first, and the way back to any point of it. */
export function HistoryDrawer({ onLeave }: { onLeave: () => void }) {
  const actions = useActions();
  const { entries = [], hasMore = false } = useApp(({ history }) => history);
  const newest = entries.findIndex(({ state }) => state === 'stands');
  return (
    <DrawerFrame
      icon={History}
      title="History"
      aside="this device, newest first"
      onLeave={onLeave}
      foot="Undo reaches across reloads. A line goes to its step and takes nothing back; “back to here” takes back all above it, one by one."
    >
      {entries.length === 0 && (
        <p className="side__sec ink2">
          Nothing was done yet. Every key that says something gets a line here.
        </p>
      )}
      <ol className="hist">
        {entries.map((entry, i) => (
          <Line key={entry.id} entry={entry} isNow={i === newest} isBelow={newest >= 0 && i > newest} />
        ))}
      </ol>
      {hasMore && (
        <p className="side__sec">
          <Button small onClick={() => actions.showMoreHistory()}>
            Show older
          </Button>
        </p>
      )}
    </DrawerFrame>
  );
}

function Line({ entry, isNow, isBelow }: { entry: HistoryEntry; isNow: boolean; isBelow: boolean }) {
  const actions = useActions();
  const { id, at, words, verdict, state } = entry;
  const isBack = state === 'stands' && isBelow;
  return (
    <li className={`hist__l${isNow ? ' is-now' : ''}`} aria-current={isNow ? 'true' : undefined}>
      <time dateTime={new Date(at).toISOString()}>{timeOf(at)}</time>
      {state === 'stays' ? (
        <Icon of={Eye} small />
      ) : state !== 'stands' ? (
        <Icon of={Redo2} small />
      ) : verdict === undefined ? (
        <span className="hist__dot" />
      ) : (
        <VerdictMark verdict={verdict} size={14} silent />
      )}
      <button
        type="button"
        className={state === 'stands' ? 'hist__w' : 'hist__w ink3'}
        onClick={() => actions.visitHistory(id)}
      >
        {words}
      </button>
      {isNow && (
        <span className="xs ink2 nowrap">
          undo <KeyHint command="history.undo" />
        </span>
      )}
      {isBack && (
        <button type="button" className="linkish xs hist__back" onClick={() => actions.walkHistory(id)}>
          back to here
          <span className="sr">: {words}</span>
        </button>
      )}
      {state === 'redoable' && (
        <button type="button" className="linkish xs" onClick={() => actions.walkHistory(id)}>
          redo to here
          <span className="sr">: {words}</span>
        </button>
      )}
      {state === 'undone' && <span className="xs ink3">undone</span>}
      {state === 'stays' && <span className="xs ink3">logged, stays</span>}
    </li>
  );
}
