// Styles first: what a screen says about its parts stands behind what they say themselves.
import './styles/fonts.css';
import './styles/tokens.css';
import './styles/screens.css';
import './parts/parts.css';
import './frame/frame.css';
import { Download, X } from 'lucide-react';
import { Suspense, lazy, useEffect } from 'react';
import type { Route } from '../app/state';
import { FailureBoundary } from './frame/FailureBoundary';
import { StatusBar } from './frame/StatusBar';
import { TopBar } from './frame/TopBar';
import { useDroppedFiles, usePastedFiles } from './frame/useDroppedFiles';
import { LibraryScreen } from './library';
import { Button, Icon, useActions, useApp } from './parts';

// Each is a chunk of its own: the first visit needs none of them.
const loadOpen = () => import('./open');
const OpenScreen = lazy(async () => ({ default: (await loadOpen()).OpenScreen }));
const MissingScreen = lazy(async () => ({ default: (await import('./missing')).MissingScreen }));
const TracesScreen = lazy(async () => ({ default: (await import('./traces')).TracesScreen }));
const ReaderScreen = lazy(async () => ({ default: (await import('./reader')).ReaderScreen }));
const loadTree = () => import('./tree');
const TreeScreen = lazy(async () => ({ default: (await loadTree()).TreeScreen }));
const CompareScreen = lazy(async () => ({ default: (await import('./compare')).CompareScreen }));
const PacksScreen = lazy(async () => ({ default: (await import('./packs')).PacksScreen }));
const ExportScreen = lazy(async () => ({ default: (await import('./export')).ExportScreen }));
const CommandsSheet = lazy(async () => ({ default: (await import('./commands')).CommandsSheet }));

const PARTS: Record<Route['screen'], string> = {
  library: 'The library',
  open: 'What was read',
  traces: 'The table of traces',
  read: 'The trace',
  tree: 'The tree',
  compare: 'The comparison',
  packs: 'The packs',
  export: 'The export',
  missing: 'This page',
};

export function App() {
  const { openFiles, navigate, saveLabelsFile } = useActions();
  const screen = useApp((state) => state.route.screen);
  const commandsOpen = useApp((state) => state.commandsOpen);
  const isOver = useDroppedFiles(openFiles);
  usePastedFiles(openFiles);
  // Wanted at the first drop, which must not wait for it.
  useEffect(() => void loadOpen(), []);
  const hasTree = useApp((state) => state.reader?.open.hasTree === true);
  // Before `T`: the keys behind it would be lost on a page that is still empty.
  useEffect(() => {
    if (hasTree) void loadTree();
  }, [hasTree]);
  return (
    <div
      className={`app${screen === 'read' || screen === 'tree' || screen === 'compare' ? ' app--reader' : ''}`}
    >
      <TopBar />
      <FailureBoundary
        key={screen}
        part={PARTS[screen]}
        onSaveLabels={saveLabelsFile}
        onLeave={() => navigate({ screen: 'library' })}
      >
        <Suspense fallback={<main className="main" />}>
          <Screen screen={screen} />
        </Suspense>
      </FailureBoundary>
      <div className="foot">
        <MessageLine />
        <StatusBar />
      </div>
      {isOver && (
        <div className="dropover">
          <p className="dropover__in">
            <Icon of={Download} />
            Drop to open
          </p>
        </div>
      )}
      {commandsOpen && (
        <Suspense fallback={null}>
          <CommandsSheet />
        </Suspense>
      )}
      <Announcement />
    </div>
  );
}

function Screen({ screen }: { screen: Route['screen'] }) {
  switch (screen) {
    case 'library':
      return <LibraryScreen />;
    case 'open':
      return <OpenScreen />;
    case 'traces':
      return <TracesScreen />;
    case 'read':
      return <ReaderScreen />;
    case 'tree':
      return <TreeScreen />;
    case 'compare':
      return <CompareScreen />;
    case 'packs':
      return <PacksScreen />;
    case 'export':
      return <ExportScreen />;
    case 'missing':
      return <MissingScreen />;
  }
}

/** Apart, since it changes after every key and the page around it does not. */
function Announcement() {
  const announcement = useApp((state) => state.announcement);
  return (
    <div className="sr" role="status">
      {announcement}
    </div>
  );
}

function MessageLine() {
  const message = useApp((state) => state.message);
  const { dismissMessage } = useActions();
  if (message === undefined) return null;
  return (
    <div className="message" role="alert">
      <span className="grow">{message}</span>
      <Button look="ghost" small iconOnly aria-label="Close the message" onClick={dismissMessage}>
        <Icon of={X} small />
      </Button>
    </div>
  );
}
