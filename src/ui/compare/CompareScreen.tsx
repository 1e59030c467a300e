import { Eye, GitFork, List, Plus, X } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { selectComparison } from '../../app/comparison';
import type { Comparison } from '../../app/comparison';
import {
  Button,
  EmptyState,
  Icon,
  KeyHint,
  Segmented,
  counted,
  useActions,
  useApp,
  useStepmark,
} from '../parts';
import { CompareGrid } from './CompareGrid';
import './compare.css';

export function CompareScreen() {
  const comparison = useApp(selectComparison);
  const none = useApp(({ tree }) => tree?.none);
  const { run } = useStepmark();
  if (comparison === undefined || comparison.rows.length < 1) {
    return (
      <main className="main treeview--none">
        {none === undefined ? (
          <p className="ink2" role="status">
            Reading the rollouts…
          </p>
        ) : (
          <EmptyState
            icon={GitFork}
            title="Nothing to compare"
            heading="h1"
            actions={
              <Button onClick={() => run('trace.tree')}>
                <Icon of={List} small />
                Back to the steps
              </Button>
            }
          >
            {none}
          </EmptyState>
        )}
      </main>
    );
  }
  return <Compared comparison={comparison} />;
}

function Compared({ comparison }: { comparison: Comparison }) {
  const grid = useRef<HTMLDivElement>(null);
  useEffect(() => grid.current?.focus({ preventScroll: true }), []);
  return (
    <main className="main cmp">
      <h1 className="sr">
        {counted(comparison.rows.length, 'rollout')} of {comparison.open.problemName} compared
      </h1>
      <CompareBar comparison={comparison} />
      <div
        ref={grid}
        className="cmp__s"
        data-keys="steps"
        role="group"
        // One tab stop, as the list of the reader: its keys are commands.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        aria-label="Steps side by side"
      >
        <CompareGrid comparison={comparison} />
      </div>
    </main>
  );
}

function CompareBar({ comparison }: { comparison: Comparison }) {
  const { run } = useStepmark();
  const { compareWith, leaveOut } = useActions();
  const siblings = useApp(({ reader }) => reader?.open.siblings);
  const revealed = useApp(({ reader }) => reader?.revealed === true);
  const rest = (siblings ?? []).filter(({ row }) => !comparison.rows.includes(row));
  const attemptOf = (row: number) => (siblings?.find((one) => one.row === row)?.attempt ?? row) + 1;
  return (
    <div className="bar-tool">
      <Segmented
        label="Show"
        small
        value="compare"
        options={[
          { value: 'steps', label: 'Steps' },
          { value: 'tree', label: 'Tree' },
          { value: 'compare', label: 'Compare' },
        ]}
        onChange={(value) => run(value === 'tree' ? 'trace.tree' : 'trace.steps')}
      />
      {comparison.rows.map((row) => (
        <span key={row} className="chip">
          rollout {attemptOf(row)}
          {comparison.rows.length > 2 && (
            <button
              type="button"
              className="chip__x"
              aria-label={`Leave out rollout ${attemptOf(row)}`}
              onClick={() => leaveOut(row)}
            >
              <Icon of={X} small />
            </button>
          )}
        </span>
      ))}
      {rest.length > 0 && comparison.rows.length < 4 && (
        <label className="chip chip--add">
          <Icon of={Plus} small />
          <span className="sr">Add a rollout</span>
          <select
            className="chip__select"
            value=""
            onChange={(event) => compareWith(Number(event.currentTarget.value))}
          >
            <option value="">Add</option>
            {rest.map(({ row, attempt, generator }) => (
              <option key={row} value={row}>
                rollout {attempt + 1} {generator}
              </option>
            ))}
          </select>
        </label>
      )}
      <span className="grow" />
      {revealed ? (
        <span className="row row--tight xs ink2">
          <Icon of={Eye} small />
          revealed, logged
        </span>
      ) : (
        <Button look="ghost" small onClick={() => run('trace.reveal')}>
          <Icon of={Eye} small />
          Reveal values and outcomes <KeyHint command="trace.reveal" />
        </Button>
      )}
      <Button small onClick={() => run('tree.nextDisagreement')}>
        Next difference <KeyHint command="tree.nextDisagreement" />
      </Button>
    </div>
  );
}
