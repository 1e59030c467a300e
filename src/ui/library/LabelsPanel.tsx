import { Check, Download, FileText } from 'lucide-react';
import type { LiveFileState } from '../../app/state';
import {
  Button,
  Icon,
  KeyHint,
  counted,
  grouped,
  span,
  useActions,
  useApp,
  useNow,
  useStepmark,
} from '../parts';

export function LabelsPanel() {
  const storage = useApp((state) => state.storage);
  const savedAt = useApp((state) => state.saving.lastSavedAt);
  const now = useNow();
  const live = useApp(({ liveFile }) => liveFile);
  const verdicts = storage?.verdicts ?? 0;
  return (
    <section className="panel" aria-labelledby="labels-title">
      <div className="panel__head">
        <h2 className="h grow" id="labels-title">
          Your labels
        </h2>
        {savedAt !== undefined && (
          <span className="row row--keys xs ink2 saved">
            <Icon of={Check} small />
            saved {span(now - savedAt)} ago
          </span>
        )}
      </div>
      <div className="panel__body">
        <dl className="dl">
          <dt>Verdicts</dt>
          <dd className="num">{grouped(verdicts)}</dd>
          <dt>Comments</dt>
          <dd className="num">{grouped(storage?.comments ?? 0)}</dd>
          <dt>Finished texts</dt>
          <dd className="num">{grouped(storage?.annotatedTexts ?? 0)}</dd>
        </dl>
      </div>
      <div className="panel__body panel__body--next stack">
        {live === undefined ? <SaveNow verdicts={verdicts} /> : <OnDisk live={live} />}
      </div>
    </section>
  );
}

/** Without a file on disk: how much of the work exists in this browser alone. */
function SaveNow({ verdicts }: { verdicts: number }) {
  const { run } = useStepmark();
  const canKeepLiveFile = useApp((state) => state.canKeepLiveFile);
  const saved = useApp(({ savedFile }) => savedFile);
  const since = verdicts - (saved?.verdicts ?? 0);
  return (
    <>
      <h3 className="h">Labels file</h3>
      <p className="xs ink2">
        {verdicts === 0
          ? 'Nothing to save yet. Every change will be in it, with its time.'
          : saved === undefined
            ? `${counted(verdicts, 'verdict')} live in this browser alone. A file holds every change and its time.`
            : `${counted(Math.max(0, since), 'verdict')} since the last saved file, ${dayAndTime(saved.at)}.`}
      </p>
      <div className="row row--wrap">
        <Button onClick={() => run('file.saveLabels')}>
          <Icon of={Download} />
          Save now <KeyHint command="file.saveLabels" />
        </Button>
        {canKeepLiveFile && <Button onClick={() => run('file.liveLabels')}>Write as I go…</Button>}
      </div>
      <p className="xs ink3">
        {canKeepLiveFile
          ? '“Write as I go” keeps one file on your disk up to date.'
          : 'This browser cannot keep a file on your disk up to date; Chrome and Edge can.'}
      </p>
    </>
  );
}

function OnDisk({ live }: { live: LiveFileState }) {
  const { run } = useStepmark();
  const { resumeLiveFile, keepLiveFile } = useActions();
  return (
    <>
      <div className="row">
        <h3 className="h grow">Labels file on disk</h3>
        <Button look="ghost" small onClick={() => run('file.liveLabels')}>
          Stop
        </Button>
      </div>
      <p className="row">
        <Icon of={FileText} />
        <span className="medium clip grow mono">{live.name}</span>
      </p>
      <LiveWord live={live} />
      {live.status === 'waits' && <Button onClick={resumeLiveFile}>Go on writing</Button>}
      {live.status === 'failed' && <Button onClick={keepLiveFile}>Choose a file…</Button>}
    </>
  );
}

function LiveWord({ live: { name, status, writtenAt, failure } }: { live: LiveFileState }) {
  const now = useNow();
  switch (status) {
    case 'waits':
      return (
        <p className="xs ink2">
          The page was reloaded, so the browser asks once more before it lets the page write to {name}.
        </p>
      );
    case 'elsewhere':
      return <p className="xs ink2">Another tab of Stepmark writes it, changes of this tab included.</p>;
    case 'failed':
      return (
        <p className="note note--fail" role="alert">
          {failure}
        </p>
      );
    case 'writing':
      return <p className="xs ink2">Writing every change to it.</p>;
    case 'written':
      return (
        <p className="xs ink2">Every change is written to it, last {span(now - (writtenAt ?? now))} ago.</p>
      );
  }
}

function dayAndTime(ms: number): string {
  const at = new Date(ms);
  const time = at.toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' });
  const day = at.toDateString() === new Date().toDateString() ? 'today' : at.toLocaleDateString();
  return `${day} ${time}`;
}
