import { PRESETS } from '../../../app/previewSplit';
import { selectFile } from '../../../app/selectFile';
import type { Strategy } from '../../../core/model';
import { STRATEGIES } from '../../../core/segment';
import { useApp } from '../../parts';

export const isSame = (a: Strategy, b: Strategy) =>
  a.strategy === b.strategy && JSON.stringify(a.params) === JSON.stringify(b.params);
export const titleOf = ({ strategy }: Strategy) =>
  STRATEGIES.find(({ id }) => id === strategy)?.title ?? strategy;

interface Props {
  strategy: Strategy;
  onChoose: (strategy: Strategy) => void;
}

/** Published ways to split, and what the file was opened with and why. */
export function Presets({ strategy, onChoose }: Props) {
  const file = useApp((state) =>
    state.reader === undefined ? undefined : selectFile(state, state.reader.open.file),
  );
  const automatic = file && {
    title: `Automatic: ${titleOf(file.strategy)}`,
    because: file.strategyBecause,
    strategy: file.strategy,
  };
  const all = automatic === undefined ? PRESETS : [automatic, ...PRESETS];
  const on = all.find((one) => isSame(one.strategy, strategy));
  return (
    <section className="side__sec stack stack--tight">
      <h3 className="h">Presets</h3>
      <div className="presets">
        {all.map((one) => (
          <button
            key={one.title}
            type="button"
            className={one === on ? 'chip is-on' : 'chip'}
            aria-pressed={one === on}
            title={one.because}
            onClick={() => onChoose(one.strategy)}
          >
            {one.title}
          </button>
        ))}
      </div>
      {on !== undefined && <p className="xs ink2">{on.because}</p>}
    </section>
  );
}
