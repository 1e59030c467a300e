import { useId } from 'react';

interface Option<T extends string> {
  value: T;
  label: string;
  /** Struck through, and why. */
  unavailable?: string;
}
interface Props<T extends string> {
  label: string;
  options: readonly Option<T>[];
  /** undefined: not answered yet, nothing is preset. */
  value: T | undefined;
  onChange: (value: T) => void;
  small?: boolean;
  describedBy?: string;
}

/** A radio group: one tab stop, arrows choose. */
export function Segmented<T extends string>({
  label,
  options,
  value,
  onChange,
  small,
  describedBy,
}: Props<T>) {
  const name = useId();
  return (
    <span
      className={`seg${small === true ? ' seg--sm' : ''}`}
      role="radiogroup"
      aria-label={label}
      aria-describedby={describedBy}
    >
      {options.map((option) => (
        <label
          key={option.value}
          className={`seg__o${option.value === value ? ' is-on' : ''}${option.unavailable === undefined ? '' : ' is-disabled'}`}
          title={option.unavailable}
        >
          <input
            type="radio"
            className="sr"
            name={name}
            value={option.value}
            checked={option.value === value}
            disabled={option.unavailable !== undefined}
            onChange={() => onChange(option.value)}
          />
          {option.label}
        </label>
      ))}
    </span>
  );
}
