import createMarkdownIt from 'markdown-it';
import type { MarkdownIt, StateInline, Token } from 'markdown-it';
import { addMathRules } from './mathRule';

// Markdown that never hides or changes what a model wrote: no HTML, no reference definitions (they draw
// nothing), no entities, no underlined headings (`---` below a sentence), and stars between operands stay.

/** markdown-it drops blocks that lie deeper than this many levels; such a text is shown as it stands. */
const DEEPEST = 90;
/** Above this many code units a step is shown as it stands: nobody reads it as a formatted page. */
const LONGEST_MARKDOWN = 100_000;

const OPERAND_BEFORE = /[\w)\]}]/;
const OPERAND_AFTER = /[\w([{\\$]/;

/** `2*3*4` and `2**10` are products and powers, not emphasis. */
function operator(state: StateInline, silent: boolean): boolean {
  const { src, pos } = state;
  if (src[pos] !== '*') return false;
  let end = pos;
  while (src[end] === '*') end++;
  if (end - pos > 2 || !OPERAND_BEFORE.test(src[pos - 1] ?? '') || !OPERAND_AFTER.test(src[end] ?? '')) {
    return false;
  }
  if (!silent) state.pending += src.slice(pos, end);
  state.pos = end;
  return true;
}

/** Delimiters of a formula that is broken: the backslash stays in sight. */
function brokenDelimiter(state: StateInline, silent: boolean): boolean {
  const { src, pos } = state;
  if (src[pos] !== '\\' || !/[()[\]{}%,;:!|]/.test(src[pos + 1] ?? '')) return false;
  if (!silent) state.pending += src.slice(pos, pos + 2);
  state.pos = pos + 2;
  return true;
}

function createParser(): MarkdownIt {
  const md = new createMarkdownIt({ html: false, linkify: false, typographer: false, breaks: true });
  md.disable(['reference', 'lheading', 'entity', 'html_block', 'html_inline']);
  // An address is shown and copied as it is written.
  md.normalizeLink = (address) => address;
  md.normalizeLinkText = (address) => address;
  addMathRules(md);
  md.inline.ruler.after('math', 'broken_delimiter', brokenDelimiter);
  md.inline.ruler.before('emphasis', 'operator', operator);
  return md;
}
const parser = createParser();

/** Tokens of a step, or undefined when it must be shown as it stands. */
export function parseMarkdown(text: string): Token[] | undefined {
  if (text.length > LONGEST_MARKDOWN) return undefined;
  try {
    const tokens = parser.parse(text, {});
    return tokens.every(({ level }) => level < DEEPEST) ? tokens : undefined;
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
