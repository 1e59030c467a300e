// `$…$` is a formula or two prices. A `$` before a digit is a price far more often than maths in running
// text, and a `$` inside a formula is not TeX, so the next unescaped one decides and nothing is searched on.

/** A longer `$…$` is a price and a price far below it. */
const LONGEST = 1_000;
const TEX = /[\\^_{}=<>+]/;
/** Inside \text{…} words are part of a formula. */
const TEXT_MACRO = /\\(?:text|mathrm|textbf|operatorname|mbox)\s*\{[^{}]*\}/g;
const WORDS = /(?:^|\s)(?:[A-Za-z]{3,}|or|to|is|in|at|of|by|an|as|if|we|so|on|it|a)(?=[\s,.;:!?]|$)/;
const SHELL_VARIABLE = /^[A-Z_][A-Z0-9_]+[/:.\s-]?$/;

/** Whether text[from, end) between two single dollars is a formula. `from` follows the first dollar. */
export function isDollarMath(text: string, from: number, end: number): boolean {
  const tex = text.slice(from, end);
  if (tex.length === 0 || tex.length > LONGEST || tex.includes('\n\n') || tex.startsWith('\n')) return false;
  if (isDigit(text[from - 2]) || isDigit(text[end + 1])) return false;
  const inner = tex.trim();
  if (inner === '' || SHELL_VARIABLE.test(tex)) return false;
  const spaceBefore = /^\s/.test(tex);
  const spaceAfter = /\s$/.test(tex);
  const bare = inner.replace(TEXT_MACRO, '');
  if (spaceBefore || spaceAfter) {
    if (!TEX.test(inner) && !/^[A-Za-z]$/.test(inner)) return false;
    if (WORDS.test(bare)) return false;
  }
  return !(isDigit(inner[0]) && WORDS.test(bare));
}

const isDigit = (char: string | undefined) => char !== undefined && char >= '0' && char <= '9';
