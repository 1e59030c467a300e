import { selectPreview } from '../../../app/previewSplit';
import type { Strategy } from '../../../core/model';
import { strategyOf } from '../../../core/segment';
import { Button, counted, grouped, useApp } from '../../parts';

/** Upper edges of the bins, in characters; the last has none. */
const EDGES = [30, 60, 120, 250, 500, 1000, 2000, Infinity];
const LABELS = ['<30', '60', '120', '250', '500', '1k', '2k', '>2k'];
/** A step longer than this holds more than one thought. */
const LONG_STEP = 1200;
const WIDTH = 43;
const HEIGHT = 66;

const binned = (lengths: readonly number[]) =>
  EDGES.map((edge, i) => lengths.filter((n) => n < edge && n >= (EDGES[i - 1] ?? 0)).length);
const lengthOf = ({ start, end }: { start: number; end: number }) => end - start;

interface Props {
  strategy: Strategy;
  onSentences: (strategy: Strategy) => void;
}

/** How long the steps are now and would be; long ones are offered to be cut by sentence. */
export function Lengths({ strategy, onSentences }: Props) {
  const steps = useApp(({ reader }) => reader?.steps) ?? [];
  const preview = useApp(selectPreview)?.ranges;
  const now = binned(steps.map(lengthOf));
  const then = binned((preview ?? steps).map(lengthOf));
  const most = Math.max(1, ...now, ...then);
  const y = (count: number) => 78 - (count / most) * HEIGHT;
  const long = (preview ?? steps).filter((step) => lengthOf(step) > LONG_STEP).length;
  return (
    <section className="side__sec stack stack--tight">
      <div className="row">
        <h3 className="h grow">Characters a step</h3>
        <span className="xs ink2 row">
          <span className="split__now" />
          now {grouped(steps.length)}
        </span>
        <span className="xs ink2 row">
          <span className="split__then" />
          then {grouped((preview ?? steps).length)}
        </span>
      </div>
      <svg
        className="hist"
        viewBox="0 0 344 100"
        role="img"
        aria-label={`Characters a step: ${steps.length} steps now, ${(preview ?? steps).length} with this strategy`}
      >
        <path className="ax" d="M0 78.5H344" />
        {LABELS.map((label, i) => (
          <g key={label}>
            <rect className="then" x={i * WIDTH + 4} y={y(then[i]!)} width={35} height={78 - y(then[i]!)} />
            {now[i]! > 0 && <path className="now" d={`M${i * WIDTH + 4} ${y(now[i]!)}h35`} />}
            <text x={i * WIDTH + 21} y={94} textAnchor="middle">
              {label}
            </text>
          </g>
        ))}
      </svg>
      {long > 0 && strategy.strategy !== 'sentence' && (
        <div className="row">
          <span className="xs ink2 grow">
            {counted(long, 'step')} of more than {grouped(LONG_STEP)} characters
          </span>
          <Button small onClick={() => onSentences(strategyOf('sentence'))}>
            Split by sentence
          </Button>
        </div>
      )}
    </section>
  );
}
