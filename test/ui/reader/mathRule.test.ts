import createMarkdownIt from 'markdown-it';
import type { Token } from 'markdown-it';
import { describe, expect, test } from 'vitest';
import { addMathRules } from '../../../src/ui/reader/markdown/mathRule';
import { parseMarkdown } from '../../../src/ui/reader/markdown/parseMarkdown';

/** Formulas of a text: `i:` inline, `d:` display, white space collapsed. */
function formulas(text: string): string[] {
  const found: string[] = [];
  const visit = (tokens: readonly Token[]) => {
    for (const token of tokens) {
      if (token.type === 'math' || token.type === 'math_block') {
        found.push(
          `${token.meta?.['display'] === true ? 'd' : 'i'}:${token.content.replace(/\s+/g, ' ').trim()}`,
        );
      }
      visit(token.children ?? []);
    }
  };
  visit(parseMarkdown(text) ?? []);
  return found;
}
/** What stands between the formulas, as it would be read. */
function words(text: string): string {
  const visit = (tokens: readonly Token[]): string =>
    tokens
      .map((token) =>
        token.type === 'text' || token.type.startsWith('code') || token.type === 'fence'
          ? token.content
          : token.type === 'softbreak'
            ? '\n'
            : visit(token.children ?? []),
      )
      .join('');
  return visit(parseMarkdown(text) ?? []);
}

const CASES: [what: string, text: string, formulas: string[]][] = [
  ['inline dollars', 'so $x^2$ is even', ['i:x^2']],
  ['two formulas in a line', '$a$ and $b$', ['i:a', 'i:b']],
  ['digits first', 'then $1000 = 66 \\cdot 15 + 10$, so', ['i:1000 = 66 \\cdot 15 + 10']],
  ['a bare number', 'there are $5$ of them', ['i:5']],
  ['a negative number', 'it is $-3$', ['i:-3']],
  ['prices', 'It costs $5 and $10 more.', []],
  ['a price and a sum', 'She pays $5 + $6 = $11.', []],
  ['a price in words', 'from $20 to the $ sign', []],
  ['prices joined by a dash', 'between $5-$10', []],
  ['an escaped dollar inside', '$\\$5 + x$', ['i:\\$5 + x']],
  ['an escaped dollar', 'pay \\$5 and \\$6', []],
  ['words inside \\text', '$3 \\text{ and } 4$', ['i:3 \\text{ and } 4']],
  ['spaces inside both dollars', 'is $ x = 2 $ here', ['i:x = 2']],
  ['shell variables', 'put $HOME/bin before $PATH in it', []],
  ['round brackets', 'with \\(a + b\\) in it', ['i:a + b']],
  ['square brackets in a line', 'so \\[a + b\\] holds', ['d:a + b']],
  ['square brackets over lines in a paragraph', 'Then\n\\[\na + b\n\\]\nholds.', ['d:a + b']],
  ['a blank line inside', '\\[\na\n\n+ b\n\\]', ['d:a + b']],
  ['a full stop behind the closer', '\\[ x = 1 \\].', ['d:x = 1.']],
  ['a line break with a length is no opener', '\\[ a \\\\[2pt] b \\]', ['d:a \\\\[2pt] b']],
  ['double dollars in a sentence', 'so $$x = 1$$ holds', ['d:x = 1']],
  ['double dollars on lines of their own', '$$\nx = 1\n$$', ['d:x = 1']],
  ['double dollars in a list', '- first\n  $$\n  x\n  $$\n- second', ['d:x']],
  ['double dollars in a quotation', '> $$\n> x\n> $$', ['d:x']],
  [
    'a bare environment',
    '\\begin{align}\na &= b \\\\\n&= c\n\\end{align}',
    ['d:\\begin{align} a &= b \\\\ &= c \\end{align}'],
  ],
  [
    'an environment inside brackets',
    '\\[\\begin{aligned} a \\\\ b \\end{aligned}\\]',
    ['d:\\begin{aligned} a \\\\ b \\end{aligned}'],
  ],
  ['no environment of mathematics', '\\begin{itemize}\\item x\\end{itemize}', []],
  ['broken LaTeX is still a formula, drawn as its source', '$\\frac{1}{2$', ['i:\\frac{1}{2']],
  ['an opener without its closer', 'then \\[ x + y and no more', []],
  ['an opener before another opener', '\\[ a \\[ b \\]', ['d:b']],
  ['inline code', 'the code `$x$` and $y$', ['i:y']],
  ['a fence', '```\n$x$ \\[y\\]\n```', []],
  ['a table', '| a | b |\n|---|---|\n| $x$ | \\(y\\) |', ['i:x', 'i:y']],
  ['Chinese text close to it', '设$x$为整数，则\\(x^2\\)为整数。', ['i:x', 'i:x^2']],
  ['HTML around it', '<b>$x$</b>', ['i:x']],
  ['emphasis around it', '**so $x$ is** it', ['i:x']],
  ['stars inside it', '$a * b * c$', ['i:a * b * c']],
  ['underscores inside it', '$a_1$ and $b_1$', ['i:a_1', 'i:b_1']],
];

describe('where a formula stands', () => {
  test.each(CASES)('%s', (_, text, expected) => {
    expect(formulas(text)).toEqual(expected);
  });
});

describe('what is not a formula stays as it is written', () => {
  test.each([
    ['a broken opener', 'then \\[ x', 'then \\[ x'],
    ['braces with backslashes', 'the set \\{1, 2\\}', 'the set \\{1, 2\\}'],
    ['products', 'so 2*3*4 = 24', 'so 2*3*4 = 24'],
    ['powers', 'so 2**10 + 3**2', 'so 2**10 + 3**2'],
    ['entities', 'a &lt; b &amp; c', 'a &lt; b &amp; c'],
    ['tags', '<think>wait</think>', '<think>wait</think>'],
    ['a reference definition', '[x]: http://example.org/', '[x]: http://example.org/'],
    ['a line below a sentence', 'The end\n---', 'The end'],
  ])('%s', (_, text, expected) => {
    expect(words(text)).toBe(expected);
  });
  test('deeper nesting than the parser keeps is shown as it stands', () => {
    expect(parseMarkdown(`${'> '.repeat(200)}deep`)).toBeUndefined();
  });
});

// A rule that searches on from each opener took 216 s for this; 30 s are the end of a test here.
describe('openers without a closer cost one pass', () => {
  // parseMarkdown leaves texts of this length as they stand: the rule itself must be linear.
  const rule = createMarkdownIt({ html: false });
  addMathRules(rule);
  const count = (text: string) =>
    rule
      .parse(text, {})
      .flatMap((token) => [token, ...(token.children ?? [])])
      .filter(isFormula).length;
  const isFormula = ({ type }: Token) => type.startsWith('math');

  test.each([
    ['\\[', ''],
    ['\\(', ''],
    ['\\begin{align}', ''],
    ['\\[', '\n\n late \\] x'],
    ['\\(', '\n\n late \\) x'],
    ['\\begin{align}', '\n\n late \\end{align} x'],
  ])(
    '50,000 lines of %s before %j',
    (opener, late) => {
      expect(count(`${opener} x\n`.repeat(50_000) + late)).toBe(0);
    },
    30_000,
  );
});
