import { Network } from 'lucide-react';
import { memo } from 'react';
import { selectHidesHints } from '../../app/selectRow';
import type { FileSummary, RowView } from '../../app/state';
import { Button, Icon, Key, KeyHint, VerdictStrip, counted, grouped, useActions, useApp } from '../parts';
import { SelectedPrompt, SelectedSteps } from './SelectedSteps';
import { OutcomeCell, ProgressCell, ScoreCell } from './cells';

/** What the row under the cursor is, before it is opened. */
export const SelectedRow = memo(function SelectedRow({ row, file }: { row: RowView; file: FileSummary }) {
  const { openRow, navigate, filterBy } = useActions();
  const hidden = useApp(selectHidesHints)(row);
  const next = row.strip.indexOf('u');
  return (
    <>
      <div className="side__sec stack">
        <div className="row">
          <h2 className="h grow clip">
            {row.problemName}, rollout {grouped(row.attempt + 1)}
          </h2>
          <span className="xs ink3">{row.position}</span>
        </div>
        <SelectedPrompt row={row} />
        <div className="row row--wrap">
          <Button look="primary" onClick={() => openRow(row.row)}>
            {row.judged > 0 && next >= 0 ? `Go on at step ${grouped(next + 1)}` : 'Read'} <Key>↵</Key>
          </Button>
          {row.attempts > 1 && (
            <>
              <Button onClick={() => navigate({ screen: 'tree', file: file.key, row: row.row })}>
                <Icon of={Network} />
                Tree <KeyHint command="trace.tree" />
              </Button>
              <Button onClick={() => filterBy({ problem: row.problem })}>
                {counted(row.attempts, 'rollout')} of this problem
              </Button>
            </>
          )}
        </div>
      </div>
      <div className="side__sec stack">
        <div className="row">
          <h3 className="h grow">Steps</h3>
          <span className="xs ink2">
            {grouped(row.judged)} of {grouped(row.steps)} judged
          </span>
        </div>
        <VerdictStrip
          marks={row.strip}
          maxWidth={300}
          height={16}
          pitch={10}
          cursor={next >= 0 && row.judged > 0 ? next : undefined}
        />
        <SelectedSteps row={row} />
      </div>
      <div className="side__sec">
        <dl className="dl xs">
          <dt>Generator</dt>
          <dd>{row.generator ?? <span className="ink3">not given</span>}</dd>
          <dt>Length</dt>
          <dd>{counted(row.lengthUtf16, 'character')}</dd>
          <dt>Same text</dt>
          <dd>
            {row.sameText > 1
              ? `${grouped(row.sameText)} rows have this very text; judged once`
              : 'in no other row'}
          </dd>
          <dt>Progress</dt>
          <dd>
            <ProgressCell row={row} />
          </dd>
          <dt>First error</dt>
          <dd>
            {row.firstErrorFrom0 === undefined
              ? 'none marked'
              : `step ${grouped(row.firstErrorFrom0)}, from 0`}
          </dd>
          <dt>Outcome</dt>
          <dd>
            <OutcomeCell row={row} hidden={hidden} />
          </dd>
          <dt>Lowest score</dt>
          <dd>
            <ScoreCell row={row} hidden={hidden} />
          </dd>
        </dl>
      </div>
    </>
  );
});
