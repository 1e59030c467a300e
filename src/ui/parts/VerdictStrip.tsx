import { memo } from 'react';

/** One step: correct, redundant, erroneous, unjudged; `a`: after the first error under *stop*. */
export type StripStep = 'c' | 'r' | 'e' | 'u' | 'a';

// Worse wins a bin; a bin of which a part is judged shows what was judged.
const WEIGHT: Record<StripStep, number> = { a: 0, u: 1, c: 2, r: 3, e: 4 };
const ALL: readonly StripStep[] = ['a', 'u', 'c', 'r', 'e'];

/** At most `bins` marks, each the worst verdict of the steps it stands for. */
export function binMarks(marks: readonly StripStep[], bins: number): readonly StripStep[] {
  if (marks.length <= bins) return marks;
  return Array.from({ length: bins }, (_, bin) => {
    const from = Math.floor((bin * marks.length) / bins);
    const to = Math.floor(((bin + 1) * marks.length) / bins);
    let worst: StripStep = 'a';
    for (let i = from; i < to; i++) {
      const mark = marks[i] ?? 'a';
      if (WEIGHT[mark] > WEIGHT[worst]) worst = mark;
    }
    return worst;
  });
}

interface Props {
  marks: readonly StripStep[];
  /** Widest it may get, in px; few steps take 4 px each. */
  maxWidth: number;
  height?: number;
  pitch?: number;
  /** Step with the cursor around it. */
  cursor?: number | undefined;
}

/** Win–loss marks: correct up, redundant level, erroneous down, unjudged a dot. */
export const VerdictStrip = memo(function VerdictStrip({
  marks,
  maxWidth,
  height = 14,
  pitch: widest = 4,
  cursor,
}: Props) {
  const shown = binMarks(marks, Math.floor(maxWidth / 2));
  const pitch = Math.min(widest, maxWidth / Math.max(1, shown.length));
  const width = Math.max(1, Math.ceil(pitch * shown.length));
  const thick = Math.max(1, pitch - Math.min(1.5, pitch / 4));
  const middle = height / 2;
  const box = (i: number, mark: StripStep): string => {
    const x = (i * pitch).toFixed(2);
    if (mark === 'c') return `M${x} ${middle - 5}h${thick}v5h-${thick}z`;
    if (mark === 'r') return `M${x} ${middle - 1.5}h${thick}v3h-${thick}z`;
    if (mark === 'e') return `M${x} ${middle}h${thick}v6h-${thick}z`;
    return `M${(i * pitch + (thick - 1.5) / 2).toFixed(2)} ${middle - 0.75}h1.5v1.5h-1.5z`;
  };
  const at = cursor === undefined ? -1 : Math.floor((cursor * shown.length) / Math.max(1, marks.length));
  const count: Record<StripStep, number> = { a: 0, u: 0, c: 0, r: 0, e: 0 };
  for (const mark of marks) count[mark]++;
  return (
    <svg
      className="strip"
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={`${count.c} correct, ${count.r} redundant, ${count.e} erroneous, ${count.u + count.a} not judged`}
    >
      {ALL.map((mark) => {
        const d = shown.map((m, i) => (m === mark ? box(i, m) : '')).join('');
        return d === '' ? null : <path key={mark} className={mark} d={d} />;
      })}
      {at >= 0 && (
        <rect
          className="cur"
          x={at * pitch - 1.5}
          y="0.75"
          width={thick + 3}
          height={height - 1.5}
          rx="1.5"
        />
      )}
    </svg>
  );
});
