import { FOLD_RULES } from './viewOptions';
import type { FoldRule, ViewOptions } from './viewOptions';

interface Props {
  view: ViewOptions;
  onView: (view: ViewOptions) => void;
  /** Values may be folded by only where they may be seen. */
  hasValues: boolean;
}

/** What is drawn large, strong, or not at all. */
export function ViewSelects({ view, onView, hasValues }: Props) {
  const rules = FOLD_RULES.filter(({ by }) => by === 'paths' || hasValues);
  return (
    <>
      <label className="field field--quiet xs hide-l tree__opt">
        <span className="sr">Size</span>
        <select
          value={view.size}
          onChange={(event) => onView({ ...view, size: event.currentTarget.value as ViewOptions['size'] })}
        >
          <option value="paths">Size: paths</option>
          <option value="same">Size: all the same</option>
        </select>
      </label>
      <label className="field field--quiet xs hide-l tree__opt">
        <span className="sr">Strong line</span>
        <select
          value={view.strong}
          onChange={(event) =>
            onView({ ...view, strong: event.currentTarget.value as ViewOptions['strong'] })
          }
        >
          <option value="best">Line: best path</option>
          <option value="visited">Line: most visited</option>
        </select>
      </label>
      <label className="field field--quiet xs tree__opt">
        <span className="sr">Fold</span>
        <select
          value={view.fold}
          onChange={(event) => onView({ ...view, fold: event.currentTarget.value as FoldRule })}
        >
          <option value="none">Fold nothing</option>
          <option value="chains">Fold chains</option>
          {rules.map(({ value, label }) => (
            <option key={value} value={value}>
              Fold {label}
            </option>
          ))}
        </select>
      </label>
    </>
  );
}
