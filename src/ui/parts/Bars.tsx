import type { CSSProperties } from 'react';

// Lengths go through CSSOM custom properties: the policy of the built page allows no style markup.
const length = (vars: Record<`--${string}`, number | string>) => vars as CSSProperties;

interface BarProps {
  /** 0–1. */
  value: number;
  label: string;
  large?: boolean;
  accent?: boolean;
  /** px; else the width of the place. */
  width?: number;
}

export function ProgressBar({ value, label, large = false, accent = false, width }: BarProps) {
  const share = Math.min(1, Math.max(0, Number.isFinite(value) ? value : 0));
  return (
    <span
      className={`bar${large ? ' bar--lg' : ''}${accent ? ' bar--accent' : ''}${width === undefined ? '' : ' bar--w'}`}
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={Math.round(share * 100)}
      style={width === undefined ? undefined : length({ '--w': `${width}px` })}
    >
      <i style={length({ '--v': share })} />
    </span>
  );
}

interface ScoreProps {
  /** undefined: the file gives none, drawn as "–", never as 0. */
  value: number | undefined;
  range?: [number, number] | undefined;
  /** 95 % interval, in the unit of `value`. */
  interval?: [number, number];
  /** Exists but is withheld: hatched. */
  hidden?: boolean;
  width?: number;
  /** Replaces the number: `3/4`. */
  text?: string;
}

/** A number from a machine: slate, never a verdict hue. */
export function ScoreBar({ value, range = [0, 1], interval, hidden = false, width = 84, text }: ScoreProps) {
  const size = length({ '--w': `${width}px` });
  if (hidden)
    return (
      <span className="score">
        <span className="score__bar is-hidden" style={size} role="img" aria-label="withheld" />
      </span>
    );
  if (value === undefined) return <span className="ink3">–</span>;
  const [low, high] = range;
  const share = (n: number) => Math.min(1, Math.max(0, (n - low) / (high - low || 1)));
  return (
    <span className="score">
      <span className="score__bar" style={size} aria-hidden="true">
        <i style={length({ '--v': share(value) })} />
        {interval && <b style={length({ '--lo': share(interval[0]), '--hi': share(interval[1]) })} />}
      </span>
      {text ?? value.toFixed(2)}
    </span>
  );
}
