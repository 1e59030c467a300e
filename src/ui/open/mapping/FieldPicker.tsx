import { ChevronDown } from 'lucide-react';
import { useId, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import type { MappingField } from '../../../app/state';
import { Icon } from '../../parts';

interface Props {
  label: string;
  value: string;
  fields: readonly MappingField[];
  onChange: (path: string) => void;
  describedBy?: string;
}
const NOTHING = 'not mapped';

/** A field of the records: chosen from the list, which typing filters, or typed as a path of its own. */
export function FieldPicker({ label, value, fields, onChange, describedBy }: Props) {
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  /** What is typed since the list was opened; undefined: the list is closed. */
  const [typed, setTyped] = useState<string>();
  const [active, setActive] = useState(0);
  const isOpen = typed !== undefined;
  const filter = typed === undefined || typed === value ? '' : typed.toLowerCase();
  const shown = fields.filter(({ path }) => path.toLowerCase().includes(filter));
  const all = withOwn(value, fields);
  const options = filter === '' ? all : shown;

  const open = (text: string, at: number) => {
    setTyped(text);
    setActive(at);
  };
  const choose = (path: string) => {
    setTyped(undefined);
    if (path !== value) onChange(path);
  };
  const move = (by: number) => {
    const next = Math.max(0, Math.min(options.length - 1, isOpen ? active + by : indexOf(options, value)));
    open(typed ?? value, next);
    list.current?.children[next]?.scrollIntoView({ block: 'nearest' });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') move(event.key === 'ArrowDown' ? 1 : -1);
    else if (event.key === 'Enter' && isOpen)
      choose(filter === '' || shown.length > 0 ? (options[active]?.path ?? '') : typed);
    else if (event.key === 'Escape' && isOpen) setTyped(undefined);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <span className="pick">
      <span className={`field${value === '' ? ' field--quiet' : ''}`}>
        <input
          className="pick__in mono grow"
          role="combobox"
          aria-label={label}
          aria-expanded={isOpen}
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-describedby={describedBy}
          aria-activedescendant={isOpen && options.length > 0 ? `${id}-${active}` : undefined}
          placeholder={NOTHING}
          autoComplete="off"
          spellCheck={false}
          value={typed ?? value}
          onChange={({ target }) => open(target.value, target.value === value ? indexOf(all, value) : 0)}
          onClick={() => !isOpen && open(value, indexOf(all, value))}
          onFocus={(event) => event.target.select()}
          onBlur={() => typed !== undefined && choose(typed.trim())}
          onKeyDown={onKeyDown}
        />
        <Icon of={ChevronDown} small />
      </span>
      <div
        className="pick__l"
        role="listbox"
        id={`${id}-list`}
        aria-label={`Fields for ${label}`}
        hidden={!isOpen}
        ref={list}
      >
        {isOpen &&
          options.map(({ path, type, example }, i) => (
            <div
              key={path}
              id={`${id}-${i}`}
              role="option"
              aria-selected={i === active}
              tabIndex={-1}
              className={`pick__o${i === active ? ' is-on' : ''}`}
              // The field keeps the focus, so that leaving it means leaving the list.
              onMouseDown={(event) => {
                event.preventDefault();
                choose(path);
              }}
            >
              <span className={path === '' ? 'ink3' : 'mono'}>{path === '' ? NOTHING : path}</span>
              <span className="xs ink3 clip">{type}</span>
              <span className="xs ink2 clip">{example}</span>
            </div>
          ))}
        {isOpen && options.length === 0 && (
          <p className="xs ink2 pick__none">No field has this in its name. Enter takes it as a path.</p>
        )}
      </div>
    </span>
  );
}

const unlisted = (path: string): MappingField => ({ path, type: '', share: 1, example: '' });

/** The list where nothing filters it: a path of the person's own stands in it too, so that Enter keeps it. */
function withOwn(value: string, fields: readonly MappingField[]): MappingField[] {
  const isListed = value === '' || fields.some(({ path }) => path === value);
  return [unlisted(''), ...(isListed ? [] : [unlisted(value)]), ...fields];
}

const indexOf = (options: readonly MappingField[], value: string) =>
  Math.max(
    0,
    options.findIndex(({ path }) => path === value),
  );
