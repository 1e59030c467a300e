import { Check, Clock, Minus, Redo2, TriangleAlert, Undo2 } from 'lucide-react';
import { selectFileAtHand } from '../../app/selectFile';
import { selectJudgedSteps } from '../../app/selectProgress';
import {
  Button,
  Icon,
  Key,
  KeyHint,
  ProgressBar,
  counted,
  grouped,
  span,
  useActions,
  useApp,
  useNow,
  useStepmark,
} from '../parts';

// A write is normally on disk within 50 ms: only one that takes a second is worth a word.
const SLOW_MS = 1000;

export function StatusBar() {
  const screen = useApp((state) => state.route.screen);
  const { showCommands } = useActions();
  const showsHistory = screen !== 'export' && screen !== 'open' && screen !== 'packs' && screen !== 'missing';
  return (
    <footer className="status">
      <Saving />
      {showsHistory && <History />}
      <span className="grow" />
      {(screen === 'read' || screen === 'tree' || screen === 'compare') && <TraceProgress />}
      {screen === 'traces' && <FileProgress />}
      {screen === 'library' && <ReadingProgress />}
      <span className="grow" />
      <button type="button" className="status__item status__b hide-s" onClick={() => showCommands(true)}>
        <Key>?</Key> commands
      </button>
    </footer>
  );
}

function Saving() {
  const { pending, pendingSince, lastSavedAt, failed } = useApp((state) => state.saving);
  const now = useNow();
  const { run } = useStepmark();
  if (failed !== undefined) {
    return (
      <span className="status__item status__item--fail" role="alert">
        <Icon of={TriangleAlert} />
        Not saved: {failed}
        <Button small onClick={() => run('file.saveLabels')}>
          Save labels file
        </Button>
      </span>
    );
  }
  if (pending > 0 && pendingSince !== undefined && now - pendingSince >= SLOW_MS) {
    return (
      <span className="status__item">
        <Icon of={Clock} />
        Saving {counted(pending, 'change')}…
      </span>
    );
  }
  if (lastSavedAt === undefined) {
    return (
      <span className="status__item">
        <Icon of={Minus} />
        Nothing to save yet
      </span>
    );
  }
  return (
    <span className="status__item status__item--ok">
      <Icon of={Check} />
      Saved {span(now - lastSavedAt)} ago
    </span>
  );
}

function History() {
  const { undo, redo } = useApp((state) => state.history);
  const { run } = useStepmark();
  if (undo === undefined && redo === undefined) return null;
  return (
    <span className="hide-s row row--loose">
      {undo !== undefined && (
        <button type="button" className="status__item status__b" onClick={() => run('history.undo')}>
          <Icon of={Undo2} />
          Undo: {undo} <KeyHint command="history.undo" />
        </button>
      )}
      {redo === undefined ? (
        <span className="status__item ink3 hide-l">
          <Icon of={Redo2} />
          Nothing to redo
        </span>
      ) : (
        <button type="button" className="status__item status__b hide-l" onClick={() => run('history.redo')}>
          <Icon of={Redo2} />
          Redo: {redo} <KeyHint command="history.redo" />
        </button>
      )}
    </span>
  );
}

function TraceProgress() {
  const judged = useApp(selectJudgedSteps);
  const steps = useApp((state) => state.reader?.steps.length ?? 0);
  const neighbours = useApp((state) => state.reader?.neighbours);
  if (judged === undefined) return null;
  return (
    <span className="hide-s row row--loose">
      <span className="status__item">
        <span className="ink">
          {grouped(judged)} of {grouped(steps)}
        </span>{' '}
        steps
        <ProgressBar value={judged / steps} label="Steps judged" width={120} />
      </span>
      {neighbours && (
        <span className="status__item hide-l">
          trace {grouped(neighbours.position + 1)} of {grouped(neighbours.total)}
        </span>
      )}
    </span>
  );
}

function FileProgress() {
  const file = useApp(selectFileAtHand);
  if (file === undefined) return null;
  return (
    <span className="hide-s status__item">
      <span className="ink">{grouped(file.finishedTexts)}</span> of {counted(file.texts, 'text')} finished
      <ProgressBar value={file.finishedTexts / file.texts} label="Texts finished" width={120} />
    </span>
  );
}

function ReadingProgress() {
  const opening = useApp((state) => state.opening);
  if (opening?.state !== 'reading') return null;
  const share = (opening.progress?.bytesRead ?? 0) / Math.max(1, opening.progress?.sizeBytes ?? 1);
  return (
    <span className="hide-s status__item">
      Reading {opening.name}
      <ProgressBar value={share} label={`Reading ${opening.name}`} width={120} />
    </span>
  );
}
