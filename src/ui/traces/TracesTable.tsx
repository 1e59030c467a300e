import { ChevronDown, ChevronUp } from 'lucide-react';
import { FlexRender, useTable } from '@tanstack/react-table';
import type { ColumnVisibilityState, Row } from '@tanstack/react-table';
import { memo, useEffect, useMemo, useRef } from 'react';
import type { CSSProperties } from 'react';
import { rowAt, selectHidesHints } from '../../app/selectRow';
import type { RowView, SortKey, TracesSlice } from '../../app/state';
import { Icon, useActions, useApp } from '../parts';
import { NUMERIC, SORTABLE, columns, features } from './columns';
import type { Line } from './columns';
import { useFilledLines } from './useFilledLines';
import { useRowWindow } from './useRowWindow';

const HEAD_PX = 30;
const px = (name: `--${string}`, value: number) => ({ [name]: `${value}px` }) as CSSProperties;
/** `--w-steps: 58px`: rows are boxes of their own, so each cell takes its column's width from here. */
const COLUMN_WIDTHS: CSSProperties = Object.fromEntries(
  columns.map(({ id, size = 0 }) => [`--w-${id}`, `${size}px`]),
);
const rowId = (position: number) => `row-${position}`;

const known = new WeakMap<RowView, Line>();
/** The same line for the same row, so that only lines that changed are drawn again. */
function lineOf(position: number, row: RowView | undefined, hidesHints: boolean): Line {
  const before = row === undefined ? undefined : known.get(row);
  if (before?.position === position && before.hidesHints === hidesHints) return before;
  const line = { position, row, hidesHints };
  if (row !== undefined) known.set(row, line);
  return line;
}

interface Props {
  traces: TracesSlice;
  rowPx: number;
  visibility: ColumnVisibilityState;
}

/** The page holds three windows of rows; this draws those in sight. Order and filter are the worker's. */
export function TracesTable({ traces, rowPx, visibility }: Props) {
  const { showRows } = useActions();
  const hides = useApp(selectHidesHints);
  const { scroller, from, to, heightPx, topPx } = useRowWindow(traces.total, rowPx, HEAD_PX, traces.cursor);
  useEffect(() => showRows(from, Math.max(to, from + 1)), [showRows, from, to, traces.version]);
  const { windows } = traces;
  const wanted = useMemo(
    () =>
      Array.from({ length: Math.max(0, to - from) }, (_, i) => {
        const row = rowAt({ windows }, from + i);
        return lineOf(from + i, row, row !== undefined && hides(row));
      }),
    [windows, from, to, hides],
  );
  const lines = useFilledLines(wanted);
  const table = useTable({
    features,
    columns,
    data: lines,
    manualSorting: true,
    state: {
      sorting: [{ id: traces.sort, desc: traces.descending }],
      columnVisibility: visibility,
    },
    getRowId: (line) => String(line.position),
  });
  const grid = useRef<HTMLTableElement>(null);
  // The keys of the table act from the start, but never take the focus from a filter that is being typed.
  useEffect(() => {
    if (document.activeElement?.matches('input, select') !== true)
      grid.current?.focus({ preventScroll: true });
  }, []);
  return (
    <div className="tr__scroll" ref={scroller}>
      <div className="tr__space" style={px('--h', heightPx + HEAD_PX)}>
        <table
          className="tbl"
          // A table with a cursor is a grid, and HTML allows the role.
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role
          role="grid"
          aria-label="Traces"
          aria-rowcount={traces.total + 1}
          aria-activedescendant={
            traces.cursor >= from && traces.cursor < to ? rowId(traces.cursor) : undefined
          }
          data-keys="rows"
          tabIndex={0}
          ref={grid}
          style={{ ...px('--y', topPx), ...COLUMN_WIDTHS }}
        >
          <thead>
            <tr aria-rowindex={1}>
              {table.getFlatHeaders().map((header) => (
                <HeadCell key={header.id} id={header.column.id} sorted={header.column.getIsSorted()}>
                  {String(header.column.columnDef.header)}
                </HeadCell>
              ))}
            </tr>
          </thead>
          <tbody>
            {table.getRowModel().rows.map((row) => (
              <BodyRow
                key={row.id}
                row={row}
                isCursor={row.original.position === traces.cursor}
                shown={visibility}
              />
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}

function HeadCell({
  id,
  sorted,
  children,
}: {
  id: string;
  sorted: false | 'asc' | 'desc';
  children: string;
}) {
  const { sortBy } = useActions();
  const canSort = (key: string): key is SortKey => SORTABLE.has(key);
  const numeric = NUMERIC.has(id) ? ' num' : '';
  if (!canSort(id)) {
    return (
      <th scope="col" className={`th-${id}${numeric}`}>
        {children}
      </th>
    );
  }
  return (
    <th
      scope="col"
      className={`th-${id}${numeric}`}
      aria-sort={sorted === false ? 'none' : sorted === 'asc' ? 'ascending' : 'descending'}
    >
      <button type="button" className="th__b" onClick={() => sortBy(id)}>
        {children}
        {sorted !== false && <Icon of={sorted === 'asc' ? ChevronUp : ChevronDown} />}
      </button>
    </th>
  );
}

interface BodyRowProps {
  row: Row<typeof features, Line>;
  isCursor: boolean;
  /** Which columns are shown: a change draws the row again. */
  shown: ColumnVisibilityState;
}

/** Draws again only when its own line has changed: sorting and the cursor touch few rows. */
const BodyRow = memo(function BodyRow({ row, isCursor }: BodyRowProps) {
  const { moveCursor, openRow } = useActions();
  const { position, row: shownRow } = row.original;
  // Without the panel beside the table there is nothing to look at first: a tap opens.
  const click = () => {
    moveCursor(position);
    if (shownRow && matchMedia('(max-width: 1279px)').matches) openRow(shownRow.row);
  };
  return (
    // Keys act on the grid, which holds the focus for its rows.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
    <tr
      id={rowId(position)}
      aria-rowindex={position + 2}
      aria-selected={isCursor}
      className={isCursor ? 'is-sel' : undefined}
      onClick={click}
      onDoubleClick={() => shownRow && openRow(shownRow.row)}
    >
      {row.getVisibleCells().map((cell) => (
        // oxlint-disable-next-line jsx-a11y/control-has-associated-label -- its text comes from FlexRender
        <td key={cell.id} className={`td-${cell.column.id}${NUMERIC.has(cell.column.id) ? ' num' : ''}`}>
          <FlexRender cell={cell} />
        </td>
      ))}
    </tr>
  );
}, drawsTheSame);

// TanStack makes new row objects whenever the lines are another array; the line itself tells.
function drawsTheSame(before: BodyRowProps, after: BodyRowProps): boolean {
  return (
    before.row.original === after.row.original &&
    before.isCursor === after.isCursor &&
    before.shown === after.shown
  );
}
