import { Funnel } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { ColumnVisibilityState } from '@tanstack/react-table';
import { rowAt } from '../../app/selectRow';
import { selectFile } from '../../app/selectFile';
import type { FileSummary, TracesSlice } from '../../app/state';
import { Button, EmptyState, useActions, useApp, useMedia } from '../parts';
import { FilterBar } from './FilterBar';
import { SelectedRow } from './SelectedRow';
import { TracesFoot } from './TracesFoot';
import { TracesTable } from './TracesTable';
import './traces.css';

export function TracesScreen() {
  const traces = useApp((state) => state.traces);
  const file = useApp((state) =>
    selectFile(state, state.route.screen === 'traces' ? state.route.file : undefined),
  );
  if (traces === undefined || file === undefined || traces.file !== file.key) {
    return <main className="main" aria-label="Traces" />;
  }
  return <Traces traces={traces} file={file} />;
}

function Traces({ traces, file }: { traces: TracesSlice; file: FileSummary }) {
  const [off, setOff] = useState<ReadonlySet<string>>(new Set());
  const rowPx = useRowHeight();
  const has = useColumnsWithData(traces);
  const visibility = useMemo<ColumnVisibilityState>(
    () => ({
      generator: has.generator && !off.has('generator'),
      outcome: has.outcome && !off.has('outcome'),
      score: has.score && !off.has('score'),
      ...Object.fromEntries([...off].map((id) => [id, false])),
    }),
    [has, off],
  );
  const selected = rowAt(traces, traces.cursor);
  const isFiltered = Object.keys(traces.filter).length > 0;
  return (
    <main className="main tr">
      <h1 className="sr">Traces of {file.name}</h1>
      <section className="tr__l" aria-label="Traces">
        <FilterBar
          filter={traces.filter}
          generators={traces.generators}
          total={traces.total}
          file={file}
          has={has}
          off={off}
          onColumns={setOff}
        />
        {traces.total === 0 && traces.windows.size > 0 && isFiltered ? (
          <NothingMatches />
        ) : (
          <TracesTable traces={traces} rowPx={rowPx} visibility={visibility} />
        )}
        <TracesFoot file={file} has={has} />
      </section>
      <aside className="side side--r pv" aria-label="Selected trace">
        {selected && <SelectedRow row={selected} file={file} />}
      </aside>
    </main>
  );
}

function NothingMatches() {
  const { filterBy } = useActions();
  return (
    <div className="tr__none">
      <EmptyState
        icon={Funnel}
        title="No trace matches these filters"
        actions={<Button onClick={() => filterBy({})}>Remove all filters</Button>}
      >
        Take one away, or all of them.
      </EmptyState>
    </div>
  );
}

export interface ColumnsWithData {
  generator: boolean;
  outcome: boolean;
  score: boolean;
}
/** A column that is empty in all rows on the page says nothing. */
function useColumnsWithData({ generators, windows }: TracesSlice): ColumnsWithData {
  const generator = generators.length > 0;
  const { outcome, score } = useMemo(() => {
    const rows = [...windows.values()].flat();
    return {
      outcome: rows.some((row) => row.outcome !== undefined),
      score: rows.some((row) => row.lowestScore !== undefined),
    };
  }, [windows]);
  // The same object while it says the same, so that rows that come draw nothing but themselves.
  return useMemo(() => ({ generator, outcome, score }), [generator, outcome, score]);
}

/** --h-row of tokens.css, which grows for fingers. */
function useRowHeight(): number {
  return useMedia('(pointer: coarse)') ? 44 : 32;
}
