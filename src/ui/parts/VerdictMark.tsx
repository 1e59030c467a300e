import type { ReactNode } from 'react';
import type { Verdict } from '../../core/model';

/** What a mark can show: a verdict, its absence, a step after the first error under *stop*, one that the protocol
 *  does not ask for, or the flag. */
export type MarkOf = Verdict | 'unjudged' | 'after' | 'outside' | 'unsure';

const stroked = { fill: 'none', strokeLinecap: 'round', strokeLinejoin: 'round' } as const;
// Each verdict has a silhouette of its own, so it reads without colour. --f fill, --e edge, --o sign, --d dash.
const SILHOUETTES: Record<MarkOf, ReactNode> = {
  correct: (
    <>
      <circle
        cx="9"
        cy="9"
        r="7.25"
        fill="var(--f)"
        stroke="var(--e)"
        strokeWidth="1.5"
        strokeDasharray="var(--d)"
      />
      <path d="M5.6 9.3 8 11.7l4.5-5" {...stroked} stroke="var(--o)" strokeWidth="1.8" />
    </>
  ),
  redundant: (
    <>
      <path
        d="M9 1.2 16.8 9 9 16.8 1.2 9Z"
        fill="var(--f)"
        stroke="var(--e)"
        strokeWidth="1.4"
        strokeLinejoin="round"
        strokeDasharray="var(--d)"
      />
      <path d="M6 7.6h6M6 10.6h6" {...stroked} stroke="var(--o)" strokeWidth="1.6" />
    </>
  ),
  erroneous: (
    <>
      <rect
        x="2"
        y="2"
        width="14"
        height="14"
        rx="1.2"
        fill="var(--f)"
        stroke="var(--e)"
        strokeWidth="1.5"
        strokeDasharray="var(--d)"
      />
      <path d="m5.9 5.9 6.2 6.2m0-6.2-6.2 6.2" {...stroked} stroke="var(--o)" strokeWidth="1.8" />
    </>
  ),
  unjudged: (
    <circle cx="9" cy="9" r="6.5" fill="none" stroke="var(--e)" strokeWidth="1.4" strokeDasharray="2.1 2" />
  ),
  after: <path d="M4 9h10M4 5.5v7" {...stroked} stroke="var(--e)" strokeWidth="1.6" />,
  outside: <path d="M6 9h6" {...stroked} stroke="var(--e)" strokeWidth="1.6" />,
  unsure: (
    <>
      <path d="M4.5 16.5V2" {...stroked} stroke="var(--e)" strokeWidth="1.6" />
      <path
        d="M4.5 2.2h10.3l-2.6 4 2.6 4H4.5Z"
        fill="var(--f)"
        stroke="var(--e)"
        strokeWidth="1.2"
        strokeLinejoin="round"
      />
      <path
        d="M7.2 4.8c.2-.8 2.3-.9 2.3.4 0 .8-1.1.8-1.1 1.6"
        {...stroked}
        stroke="var(--o)"
        strokeWidth="1.1"
      />
      <circle cx="8.4" cy="8.4" r=".7" fill="var(--o)" />
    </>
  ),
};
const NAMES: Record<MarkOf, string> = {
  correct: 'correct',
  redundant: 'redundant',
  erroneous: 'erroneous',
  unjudged: 'unjudged',
  after: 'after the first error',
  outside: 'not asked for',
  unsure: 'unsure',
};
const SIZES = { 14: 'v v--sm', 18: 'v', 22: 'v v--lg' } as const;

interface Props {
  verdict: MarkOf;
  size?: 14 | 18 | 22;
  /** Painted, not yet on the disk. */
  hollow?: boolean;
  /** A label of the file: dashed slate, never in the gutter. */
  given?: boolean;
  /** The word stands beside it: say it once. */
  silent?: boolean;
}

export function VerdictMark({ verdict, size = 18, hollow = false, given = false, silent = false }: Props) {
  const state = `${hollow ? ' v--hollow' : ''}${given ? ' v--given' : ''}`;
  const name = `${NAMES[verdict]}${given ? ', given by the file' : ''}${hollow ? ', not saved yet' : ''}`;
  return (
    <svg
      viewBox="0 0 18 18"
      className={`${SIZES[size]} v-${verdict}${state}`}
      {...(silent ? { 'aria-hidden': true } : { role: 'img', 'aria-label': name })}
    >
      {SILHOUETTES[verdict]}
    </svg>
  );
}

/** The mark and its word; `children` replaces the word ("file: wrong"). */
export function VerdictWord({
  children,
  ...mark
}: Omit<Props, 'size' | 'silent'> & { children?: ReactNode }) {
  return (
    <span className={`vw v-${mark.verdict}${mark.given === true ? ' is-given' : ''}`}>
      <VerdictMark {...mark} size={14} silent />
      {children ?? NAMES[mark.verdict]}
    </span>
  );
}
