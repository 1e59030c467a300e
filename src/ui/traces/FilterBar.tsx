import { Columns3, Search, X } from 'lucide-react';
import { memo, useId, useState } from 'react';
import type { FileSummary, RowFilter, TracesSlice } from '../../app/state';
import { Button, Icon, counted, grouped, useActions } from '../parts';
import { ColumnMenu } from './ColumnMenu';
import { FilterChoice } from './FilterChoice';
import type { ColumnsWithData } from './TracesScreen';

const OUTCOMES = [
  ['right', 'right'],
  ['wrong', 'wrong'],
  ['unknown', 'not known'],
] as const;
const PROGRESS = [
  ['unjudged', 'not begun'],
  ['started', 'begun'],
  ['finished', 'finished'],
] as const;

interface Props extends Pick<TracesSlice, 'filter' | 'generators' | 'total'> {
  file: FileSummary;
  has: ColumnsWithData;
  off: ReadonlySet<string>;
  onColumns: (off: ReadonlySet<string>) => void;
}

/** Rows that come and the cursor that moves do not draw it again. */
export const FilterBar = memo(function FilterBar({
  filter,
  generators,
  total,
  file,
  has,
  off,
  onColumns,
}: Props) {
  const { filterBy } = useActions();
  const [columnsOpen, setColumnsOpen] = useState(false);
  const menuId = useId();
  /** Without the key, so that a filter says what it asks and no more. */
  const set = <K extends keyof RowFilter>(key: K, value: RowFilter[K] | undefined) => {
    const { [key]: _, ...rest } = filter;
    filterBy(value === undefined ? rest : { ...rest, [key]: value });
  };
  return (
    <>
      <div className="tr__bar">
        <label className="field grow tr__find">
          <Icon of={Search} />
          <span className="sr">Filter by problem or generator</span>
          <input
            type="search"
            placeholder="Filter by problem or generator"
            value={filter.text ?? ''}
            onChange={(event) => set('text', event.target.value === '' ? undefined : event.target.value)}
          />
        </label>
        <span className="grow" />
        <span className="tr__columns">
          <Button
            on={columnsOpen}
            aria-expanded={columnsOpen}
            aria-controls={menuId}
            onClick={() => setColumnsOpen(!columnsOpen)}
          >
            <Icon of={Columns3} />
            Columns
          </Button>
          {columnsOpen && (
            <ColumnMenu
              id={menuId}
              has={has}
              off={off}
              onChange={onColumns}
              onClose={() => setColumnsOpen(false)}
            />
          )}
        </span>
      </div>
      <div className="tr__filters" role="group" aria-label="Filters">
        {generators.length > 1 && (
          <FilterChoice
            label="generator"
            value={filter.generators?.[0]}
            choices={generators.map((name) => [name, name] as const)}
            onChange={(name) => set('generators', name === undefined ? undefined : [name])}
          />
        )}
        {has.outcome && (
          <FilterChoice
            label="outcome"
            value={filter.outcome}
            choices={OUTCOMES}
            onChange={(outcome) => set('outcome', outcome)}
          />
        )}
        <FilterChoice
          label="progress"
          value={filter.progress}
          choices={PROGRESS}
          onChange={(progress) => set('progress', progress)}
        />
        {filter.problem !== undefined && (
          <span className="chip is-on">
            one problem
            <button
              type="button"
              className="chip__x"
              aria-label="All problems"
              onClick={() => set('problem', undefined)}
            >
              <Icon of={X} />
            </button>
          </span>
        )}
        <span className="grow" />
        <span className="xs ink2" role="status">
          <span className="ink">{grouped(total)}</span> of {counted(file.rows, 'trace')}
        </span>
      </div>
    </>
  );
});
