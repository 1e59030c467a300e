import type { MarkdownIt, StateBlock, StateInline } from 'markdown-it';
import { isDollarMath } from './dollar';
import { NextOf } from './nextOf';

// Where a formula stands inside one step: $…$, $$…$$, \(…\), \[…\] and bare environments. It looks ahead,
// so it serves drawing only; segmentation has a left-to-right rule of its own (design.md §4).
// Two stops keep it linear on openers without a closer: NextOf remembers what it has seen, and a second
// opener before the closer ends the search.

const ENVIRONMENT =
  /\\begin\{((?:align|alignat|equation|gather|multline|eqnarray|aligned|alignedat|gathered|cases|rcases|dcases|split|array|smallmatrix|[bpvVB]?matrix|CD)\*?)\}/y;

interface Delimiters {
  open: string;
  close: string;
  /** An environment is part of its own TeX, the other delimiters are not. */
  keep: boolean;
}

/** The delimiters that open at `at`, if any. */
function opensAt(text: string, at: number): Delimiters | undefined {
  const two = text.slice(at, at + 2);
  if (two === '$$') return { open: '$$', close: '$$', keep: false };
  if (two === '\\[') return { open: '\\[', close: '\\]', keep: false };
  if (two === '\\(') return { open: '\\(', close: '\\)', keep: false };
  if (two[0] === '$') return { open: '$', close: '$', keep: false };
  if (two !== '\\b') return undefined;
  ENVIRONMENT.lastIndex = at;
  const name = ENVIRONMENT.exec(text)?.[1];
  return name === undefined ? undefined : { open: `\\begin{${name}}`, close: `\\end{${name}}`, keep: true };
}

/** Where the closer begins, or -1: it is missing, or another opener stands before it. */
function closesAt(next: NextOf, { open, close }: Delimiters, from: number): number {
  const end = next.find(close, from);
  if (end === Infinity) return -1;
  return open !== close && next.find(open, from) < end ? -1 : end;
}

const finders = new WeakMap<StateInline | StateBlock, NextOf>();
function finderOf(state: StateInline | StateBlock): NextOf {
  let finder = finders.get(state);
  if (finder === undefined) finders.set(state, (finder = new NextOf(state.src)));
  return finder;
}

function inlineMath(state: StateInline, silent: boolean): boolean {
  const delimiters = opensAt(state.src, state.pos);
  if (delimiters === undefined) return false;
  const { open, close, keep } = delimiters;
  const from = state.pos + open.length;
  const end = closesAt(finderOf(state), delimiters, from);
  if (end <= from || (open === '$' && !isDollarMath(state.src, from, end))) return false;
  if (!silent) {
    const token = state.push('math', '', 0);
    token.content = keep ? state.src.slice(state.pos, end + close.length) : state.src.slice(from, end);
    token.markup = open;
    token.meta = { display: open !== '$' && open !== '\\(' };
  }
  state.pos = end + close.length;
  return true;
}

/** A formula that begins its line: blank lines inside do not end it. */
function blockMath(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  const at = state.bMarks[startLine]! + state.tShift[startLine]!;
  const delimiters = opensAt(state.src, at);
  if (delimiters === undefined || delimiters.open === '$' || delimiters.open === '\\(') return false;
  const { open, close, keep } = delimiters;
  const end = closesAt(finderOf(state), delimiters, at + open.length);
  if (end < 0) return false;
  const last = lineOf(state, startLine, endLine, end);
  if (last < 0) return false;
  // Behind the closer only punctuation may stand; it is drawn with the formula.
  const after = state.src.slice(end + close.length, state.eMarks[last]).trim();
  if (!/^[.,;:]?$/.test(after)) return false;
  if (silent) return true;
  const token = state.push('math_block', '', 0);
  const inner = linesBetween(state, startLine, last, at + open.length, end);
  token.content = (keep ? open + inner + close : inner.trim()) + after;
  token.block = true;
  token.markup = open;
  token.meta = { display: true };
  token.map = [startLine, last + 1];
  state.line = last + 1;
  return true;
}

/** The line in which `at` lies, -1 when a line before it leaves the list or quotation. */
function lineOf(state: StateBlock, startLine: number, endLine: number, at: number): number {
  for (let line = startLine; line < endLine; line++) {
    const empty = state.bMarks[line]! + state.tShift[line]! >= state.eMarks[line]!;
    if (line > startLine && !empty && state.sCount[line]! < state.blkIndent) return -1;
    if (at < state.eMarks[line]!) return at >= state.bMarks[line]! ? line : -1;
  }
  return -1;
}

/** src[from, to) without the indentation or quotation marks of the container the lines stand in. */
function linesBetween(state: StateBlock, first: number, last: number, from: number, to: number): string {
  const lines: string[] = [];
  for (let line = first; line <= last; line++) {
    const start = Math.max(from, state.bMarks[line]! + state.tShift[line]!);
    lines.push(state.src.slice(start, Math.max(start, Math.min(to, state.eMarks[line]!))));
  }
  return lines.join('\n');
}

export function addMathRules(md: MarkdownIt): void {
  md.inline.ruler.before('escape', 'math', inlineMath);
  md.block.ruler.before('fence', 'math_block', blockMath, {
    alt: ['paragraph', 'reference', 'blockquote', 'list'],
  });
}
