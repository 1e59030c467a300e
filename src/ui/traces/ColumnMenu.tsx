import { useEffect, useRef } from 'react';
import { columns } from './columns';
import type { ColumnsWithData } from './TracesScreen';

interface Props {
  id: string;
  has: ColumnsWithData;
  off: ReadonlySet<string>;
  onChange: (off: ReadonlySet<string>) => void;
  onClose: () => void;
}

export function ColumnMenu({ id, has, off, onChange, onClose }: Props) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const leave = (event: PointerEvent) => {
      if (event.target instanceof Node && box.current?.parentElement?.contains(event.target) !== true)
        onClose();
    };
    document.addEventListener('pointerdown', leave);
    return () => document.removeEventListener('pointerdown', leave);
  }, [onClose]);
  const isEmpty = (column: string) => column in has && !has[column as keyof ColumnsWithData];
  const toggle = (column: string) => {
    const next = new Set(off);
    if (!next.delete(column)) next.add(column);
    onChange(next);
  };
  return (
    // Escape closes it from any of its boxes.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div
      className="pop colmenu"
      id={id}
      ref={box}
      role="group"
      aria-label="Columns"
      onKeyDown={(event) => event.key === 'Escape' && onClose()}
    >
      {columns.map(({ id: column = '', header }) => (
        <label key={column} className={isEmpty(column) ? 'ink3' : undefined}>
          <input
            type="checkbox"
            checked={!off.has(column) && !isEmpty(column)}
            disabled={isEmpty(column) || column === 'problem'}
            onChange={() => toggle(column)}
          />
          {String(header)}
          {isEmpty(column) && <span className="xs">not in the file</span>}
        </label>
      ))}
    </div>
  );
}
