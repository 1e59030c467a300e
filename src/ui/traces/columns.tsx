import {
  columnSizingFeature,
  columnVisibilityFeature,
  createColumnHelper,
  rowSortingFeature,
  tableFeatures,
} from '@tanstack/react-table';
import type { RowView, SortKey } from '../../app/state';
import { OutcomeCell, ProblemCell, ProgressCell, ScoreCell, VerdictsCell } from './cells';

/** One line of the table: `row` is missing while its window is on the way. */
export interface Line {
  position: number;
  row: RowView | undefined;
  hidesHints: boolean;
}

export const features = tableFeatures({ columnSizingFeature, columnVisibilityFeature, rowSortingFeature });
const helper = createColumnHelper<typeof features, Line>();

/** Column ids are sort keys where a column can be sorted. */
export const SORTABLE: ReadonlySet<string> = new Set<SortKey>([
  'file',
  'problem',
  'generator',
  'outcome',
  'steps',
  'progress',
  'firstError',
  'score',
]);
export const NUMERIC: ReadonlySet<string> = new Set(['file', 'attempt', 'steps', 'firstError']);

export const columns = helper.columns([
  helper.display({
    id: 'file',
    header: 'Row',
    size: 64,
    cell: ({ row: { original } }) => original.row && <span className="ink3">{original.row.row + 1}</span>,
  }),
  helper.display({
    id: 'problem',
    header: 'Problem',
    cell: ({ row: { original } }) => (original.row ? <ProblemCell row={original.row} /> : '…'),
  }),
  helper.display({
    id: 'generator',
    header: 'Generator',
    size: 116,
    cell: ({ row: { original } }) => original.row?.generator,
  }),
  helper.display({
    id: 'attempt',
    header: 'Rollout',
    size: 64,
    cell: ({ row: { original } }) => original.row && original.row.attempt + 1,
  }),
  helper.display({
    id: 'outcome',
    header: 'Outcome',
    size: 82,
    cell: ({ row: { original } }) =>
      original.row && <OutcomeCell row={original.row} hidden={original.hidesHints} />,
  }),
  helper.display({
    id: 'steps',
    header: 'Steps',
    size: 58,
    cell: ({ row: { original } }) => original.row?.steps,
  }),
  helper.display({
    id: 'verdicts',
    header: 'Verdicts',
    size: 152,
    cell: ({ row: { original } }) => original.row && <VerdictsCell row={original.row} />,
  }),
  helper.display({
    id: 'progress',
    header: 'Progress',
    size: 96,
    cell: ({ row: { original } }) => original.row && <ProgressCell row={original.row} />,
  }),
  helper.display({
    id: 'firstError',
    header: 'First error',
    size: 84,
    cell: ({ row: { original } }) => original.row && firstError(original.row),
  }),
  helper.display({
    id: 'score',
    header: 'Lowest score',
    size: 112,
    cell: ({ row: { original } }) =>
      original.row && <ScoreCell row={original.row} hidden={original.hidesHints} />,
  }),
]);

function firstError(row: RowView) {
  if (row.firstErrorFrom0 !== undefined) return row.firstErrorFrom0;
  return row.steps > 0 && row.judged === row.steps ? <span className="ink3">none</span> : '';
}
