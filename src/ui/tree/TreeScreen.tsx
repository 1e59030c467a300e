import { GitFork, List, Network } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { TreeSlice } from '../../app/state';
import { Button, EmptyState, Icon, KeyHint, counted, useApp, useStepmark } from '../parts';
import { pathWord } from './openTree';
import type { OpenTree } from './openTree';
import { PathColumn } from './PathColumn';
import { TreeDrawing } from './TreeDrawing';
import { TreeOutline } from './TreeOutline';
import { TreeToolBar } from './TreeToolBar';
import { useScene } from './useScene';
import { WHOLE } from './viewOptions';
import './drawing.css';
import './tree.css';

export function TreeScreen() {
  const slice = useApp((state) => state.tree);
  if (slice?.tree === undefined) return <NoTree reason={slice?.none} />;
  return <Tree slice={slice} open={slice.tree} />;
}

function NoTree({ reason }: { reason: string | undefined }) {
  const { run } = useStepmark();
  const place = useRef<HTMLElement>(null);
  // A key pressed while the tree is being read, as G is, counts.
  useEffect(() => place.current?.focus({ preventScroll: true }), []);
  return (
    <main ref={place} className="main treeview--none" data-keys="drawing" tabIndex={-1}>
      {reason === undefined ? (
        <p className="ink2" role="status">
          Reading the tree…
        </p>
      ) : (
        <EmptyState
          icon={GitFork}
          title="No tree to draw"
          heading="h1"
          actions={
            <Button onClick={() => run('trace.tree')}>
              <Icon of={List} small />
              Back to the steps <KeyHint command="trace.tree" />
            </Button>
          }
        >
          {reason}
        </EmptyState>
      )}
    </main>
  );
}

export type TreeLook = 'drawing' | 'outline';

function Tree({ slice, open }: { slice: TreeSlice; open: OpenTree }) {
  const [look, setLook] = useState<TreeLook>('drawing');
  const [view, setView] = useState(WHOLE);
  const scene = useScene(slice, open, view);
  const rollouts = open.through[0] ?? 0;
  return (
    <main className="main treeview">
      <h1 className="sr">
        Tree of {open.problemName}, {counted(rollouts, pathWord(open))}
      </h1>
      <PathColumn scene={scene} focus={slice.focus} />
      <section className="canvas" aria-label="Tree">
        <p className="only-s nb">
          <Icon of={Network} small />
          <span>
            The drawing needs 720 px. Here the path can be read; judging by key asks for 1,024 px and a
            keyboard.
          </span>
        </p>
        <TreeToolBar scene={scene} slice={slice} look={look} onLook={setLook} view={view} onView={setView} />
        {look === 'drawing' ? (
          <TreeDrawing scene={scene} focus={slice.focus} view={view} onView={setView} />
        ) : (
          <TreeOutline scene={scene} />
        )}
      </section>
    </main>
  );
}
