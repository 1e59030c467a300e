import { ChevronDown, X } from 'lucide-react';
import { Icon } from '../parts';

interface Props<T extends string> {
  label: string;
  value: T | undefined;
  choices: readonly (readonly [value: T, word: string])[];
  onChange: (value: T | undefined) => void;
}

/** A chip that is a native select: all, or one. */
export function FilterChoice<T extends string>({ label, value, choices, onChange }: Props<T>) {
  const chosen = choices.find(([choice]) => choice === value);
  return (
    <span className={`chip${chosen ? ' is-on' : ' chip--add'}`}>
      <label className="chip__l">
        {label}:
        <select
          value={value ?? ''}
          onChange={(event) => onChange(choices.find(([choice]) => choice === event.target.value)?.[0])}
        >
          <option value="">all</option>
          {choices.map(([choice, word]) => (
            <option key={choice} value={choice}>
              {word}
            </option>
          ))}
        </select>
        {!chosen && <Icon of={ChevronDown} />}
      </label>
      {chosen && (
        <button
          type="button"
          className="chip__x"
          aria-label={`Remove the filter ${label}: ${chosen[1]}`}
          onClick={() => onChange(undefined)}
        >
          <Icon of={X} />
        </button>
      )}
    </span>
  );
}
