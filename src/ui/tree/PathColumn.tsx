import { Eye, Network } from 'lucide-react';
import { useDeferredValue, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { selectJudging } from '../../app/selectJudging';
import type { TreeSlice } from '../../app/state';
import { passageId } from '../../core/identity';
import {
  Button,
  Icon,
  KeyHint,
  Segmented,
  counted,
  grouped,
  useActions,
  useApp,
  useStepmark,
} from '../parts';
import { pathWord } from './openTree';
import { stepsOfPath } from './nodeText';
import type { PathStep } from './nodeText';
import { PathRow, pathStepId } from './PathRow';
import type { Scene } from './scene';

/** The way from the problem to the cursor as text; the same steps as in the reader. */
export function PathColumn({ scene, focus }: { scene: Scene; focus: TreeSlice['focus'] }) {
  const { run } = useStepmark();
  const { open, node } = scene;
  const hasOthers = useApp(({ reader }) => (reader?.open.attempts ?? 1) > 1);
  // The texts follow at once: a tree that was just opened has to be in sight first.
  const isReady = useDeferredValue(true, false);
  const steps = useMemo(() => (isReady ? stepsOfPath(open, node) : []), [open, node, isReady]);

  return (
    <section className="side path-col path" aria-label="Path in the tree">
      <div className="bar-tool path__bar">
        <Segmented
          label="Show"
          small
          value="tree"
          options={[
            { value: 'steps', label: 'Steps' },
            { value: 'tree', label: 'Tree' },
            {
              value: 'compare',
              label: 'Compare',
              ...(hasOthers ? {} : { unavailable: 'This problem has no other rollout.' }),
            },
          ]}
          onChange={(value) => value !== 'tree' && run(value === 'steps' ? 'trace.tree' : 'trace.compare')}
        />
        <span className="grow" />
        <Revealed scene={scene} />
      </div>
      <Breadcrumb scene={scene} />
      <PathList scene={scene} steps={steps} focus={focus} />
      <PathNote scene={scene} />
    </section>
  );
}

function Revealed({ scene }: { scene: Scene }) {
  const { run } = useStepmark();
  const revealed = useApp((state) => state.reader?.revealed === true);
  if (revealed) {
    return (
      <span className="row row--tight xs ink2">
        <Icon of={Eye} small />
        revealed, logged
      </span>
    );
  }
  if (scene.set === undefined || scene.allShown) return null;
  return (
    <Button look="ghost" small title="Values are withheld: hatched" onClick={() => run('trace.reveal')}>
      <Icon of={Eye} small />
      Reveal values <KeyHint command="trace.reveal" />
    </Button>
  );
}

/** Of a long path the first two nodes and those before the cursor. */
function shownOf(path: readonly number[]): (number | undefined)[] {
  const most = path.length < 100 ? 10 : 7;
  return path.length <= most ? [...path] : [...path.slice(0, 2), undefined, ...path.slice(3 - most)];
}

function Breadcrumb({ scene }: { scene: Scene }) {
  const { selectNode } = useActions();
  const path = [...scene.path].slice(1);
  return (
    <nav className="bc" aria-label="Path">
      <button type="button" className="bc__b" aria-label="Problem" onClick={() => selectNode(0)}>
        <Icon of={Network} small />
      </button>
      {shownOf(path).map((node) => (
        <span key={node ?? 'cut'} className="bc__i">
          <span className="ink3" aria-hidden="true">
            ›
          </span>
          {node === undefined ? (
            <span className="ink3">…</span>
          ) : (
            <button
              type="button"
              className={`bc__b${node === scene.node ? ' is-on' : ''}`}
              aria-label={`Level ${path.indexOf(node) + 1}`}
              {...(node === scene.node ? { 'aria-current': 'step' as const } : {})}
              onClick={() => selectNode(node)}
            >
              {path.indexOf(node) + 1}
            </button>
          )}
        </span>
      ))}
      <span className="grow" />
      <span className="ink3 hide-l">depth {path.length}</span>
    </nav>
  );
}

/** Longer paths show their end; the rest unfolds a part at a time. */
const FOLD_FROM = 60;
const UNFOLD_BY = 100;

interface ListProps {
  scene: Scene;
  steps: readonly PathStep[];
  focus: TreeSlice['focus'];
}

function PathList({ scene, steps, focus }: ListProps) {
  const { focusTree } = useActions();
  const active = useApp((state) => selectJudging(state)?.id);
  const [unfolded, setUnfolded] = useState(0);
  const list = useRef<HTMLDivElement>(null);
  const hidden = Math.max(0, steps.length - FOLD_FROM - unfolded);
  const isActive = ({ passage, node }: PathStep) =>
    passage === undefined || active === undefined ? node === scene.node : passageId(passage) === active;
  const current = steps.findLast(isActive);
  useEffect(() => {
    if (focus === 'path' && document.activeElement === document.body) {
      list.current?.focus({ preventScroll: true });
    }
  }, [focus]);
  useLayoutEffect(() => {
    const show = () => list.current?.querySelector('.pstep.is-on')?.scrollIntoView({ block: 'nearest' });
    show();
    // Formulas and fonts come later and push it out of sight.
    const observer = new ResizeObserver(show);
    observer.observe(list.current!.firstElementChild!);
    return () => observer.disconnect();
  }, [scene.node, active]);
  return (
    // One tab stop with an active descendant, as in the reader: its keys are commands.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div
      ref={list}
      className="path__list"
      data-keys="steps"
      role="group"
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      aria-label="Steps of the path"
      aria-activedescendant={current === undefined ? undefined : pathStepId(current)}
      onFocus={() => focusTree('path')}
    >
      <ol>
        {hidden > 0 && (
          <li className="pfold">
            <span className="grow">steps 1 to {grouped(hidden)}</span>
            <Button look="ghost" small onClick={() => setUnfolded(unfolded + UNFOLD_BY)}>
              Show {grouped(Math.min(UNFOLD_BY, hidden))} more
            </Button>
          </li>
        )}
        {steps.slice(hidden).map((step) => (
          <PathRow
            key={`${step.node} ${step.number}`}
            step={step}
            scene={scene}
            isActive={isActive(step)}
            isAtCursor={step.node === scene.node}
          />
        ))}
      </ol>
      {scene.node === 0 && <p className="pstep__none">The problem itself. Go deeper to the first step.</p>}
    </div>
  );
}

function PathNote({ scene: { open, path } }: { scene: Scene }) {
  const [, first, second] = [...path];
  const through = (node: number | undefined) => (node === undefined ? 0 : (open.through[node] ?? 0));
  if (through(first) < 2) return null;
  return (
    <p className="side__sec xs ink2 path__note">
      Step 1 lies in {grouped(through(first))} of the {counted(through(0), pathWord(open))}
      {through(second) > 1 && `, step 2 in ${grouped(through(second))}`}. A verdict counts in all of them.
    </p>
  );
}
