// Texts that strain the splitter: what models write, in any order, between arbitrary Unicode.

import fc from 'fast-check';
import type { Zone, ZoneKind } from '../../../src/core/model';
import { STRATEGIES, strategyOf } from '../../../src/core/segment';

const GROUPS = {
  breaks: ['\n', '\n\n', '\r\n', '\r\n\r\n', '\r', '\n \n', '\u2028', '   ', '\t'],
  spaces: [' ', '\u00a0', '\ufeff', '\u3000', '\u0301', '\u200d', '\u0600', '\u200b'],
  stops: [
    'e.g. ',
    'Dr. ',
    '3.14',
    '5! ',
    '... ',
    '. ',
    'In the year\n1990. It',
    '"',
    ')',
    'J. S',
    '?',
    'Fig. A',
    'p.m. ',
  ],
  maths: [
    '$',
    '$$',
    '$$\n',
    '\\[',
    '\\]',
    '\\(',
    '\\)',
    '\\begin{a}',
    '\\end{a}',
    '\\',
    '{',
    '}',
    '$a$',
    '$a.$ ',
  ],
  boxes: [
    '# Answer: ',
    '####\n',
    '\\boxed{1}',
    '# Answer\n',
    '#### 18\n',
    '#### ',
    '18',
    '</think>',
    '<answer>',
    '</answer>',
  ],
  code: [
    ': ```py\n',
    '- ```\n',
    '<!-->',
    '[\n',
    '```',
    '```\n',
    '~~~\n',
    '`',
    '``',
    "''",
    '{"a": [1]}',
    '{"',
    '[{',
    '"}',
    '<!--',
    '-->',
    '[',
    ']',
  ],
  blocks: [
    'a | b\n',
    '---|---\n',
    '| a | b |\n',
    '> q. Q\n',
    '|',
    '>',
    '# Head\n',
    '**Bold**\n',
    '---\n',
    '***',
    '#',
    '-',
  ],
  lists: [
    '**1.** ',
    '\n1) ',
    '- item\n',
    '* ',
    '1. ',
    '2) ',
    '2. ',
    '3. ',
    '  ',
    'Step 1: ',
    'Step 2: ',
    '\nStep 3. ',
    '(a) ',
  ],
  think: [
    '<thi',
    'nk>',
    '</',
    '<think>',
    '</think>',
    '<thinking>',
    '◁think▷',
    '◁/think▷',
    '<',
    '>',
    '[THINK]',
    '/',
    '"',
  ],
  tools: ['<search>', '</search>', '<information>', '</information>', '<code>', '</code>', '<answer>', '`'],
  cues: [
    'Hmmmm',
    'WAIT',
    'Wait',
    'Wait, ',
    'Hmm ',
    'But ',
    'Let me check ',
    '等等',
    '不过',
    '或者',
    'wait',
    'Waiter',
  ],
  chinese: [
    '３',
    '．',
    '1、',
    '第一步',
    '\n第二步',
    '。',
    '！',
    '；',
    '…',
    '……',
    '」',
    '我',
    'です',
    'か？',
    '（',
    '1. ',
  ],
  scripts: ['ครับ ', 'مرحبا ', '؟ ', '। ', '\u0e33', '각', '\u1100', 'é', 'e\u0301', '\u202e'],
  emoji: ['👩‍👩‍👧', '👍🏽', '🇩🇪', '\ud83d', '\udc00', '\ufe0f', '❤️', '\u200d'],
  markers: ['<extra', '_0>', 'ки\u0301', 'ки', ' ки\n', '<extra_0>', '<prm>', 'к', 'и', ' '],
  turns: ['Thought 1: ', 'Action: ', '<|user|>', 'User:', '**', 'https://a.b/c. ', 'http://x '],
  own: ['«', '»', '[S]', '[S', 'Now ', 'Now', 'Nowhere', '«\n\n', '```\n', '。并'],
};
const PLAIN = ['a', 'B ', 'c. ', 'D! ', 'So ', ' ', '\n', '\n\n'];

const anyUnit = fc.nat(0xffff).map((unit) => String.fromCharCode(unit));
/** Pieces of a few kinds often: openers meet their closers, and what looks alike meets its like. */
const someTexts = (count: number) =>
  fc
    .tuple(
      fc.subarray(Object.values(GROUPS), { minLength: 1, maxLength: 2 }),
      fc.string({ unit: 'binary' }),
      anyUnit,
    )
    .chain(([groups, text, unit]) => {
      const piece = fc.constantFrom(...PLAIN, ...groups.flat(), ...groups.flat(), text, unit);
      const one = fc.array(piece, { maxLength: 24, size: 'max' }).map((chosen) => chosen.join(''));
      return fc.tuple(...Array.from({ length: count }, () => one));
    });

export const aText = fc.noBias(someTexts(1).map(([text]) => text!));

/** Two texts with a common beginning of `fork` units, the first and what the other goes on with made alike. */
export const aFork = fc
  .tuple(fc.noBias(someTexts(2)), fc.noBias(fc.nat(1000)))
  .map(([[text, tail], share]) => {
    const fork = Math.floor((text!.length * share) / 1000);
    return { one: text!, other: text!.slice(0, fork) + tail!, fork };
  });

/** Turns as a format joins them, with the zone of each. */
const joined = (turns: readonly { kind: ZoneKind; text: string }[]) => {
  let raw = '';
  const zones: Zone[] = [];
  for (const { kind, text } of turns) {
    if (raw !== '') raw += '\n\n';
    if (text !== '') zones.push({ kind, start: raw.length, end: raw.length + text.length });
    raw += text;
  }
  return { raw, zones };
};
const aKind = fc.constantFrom<ZoneKind>(
  'response',
  'response',
  'thinking',
  'call',
  'result',
  'user',
  'answer',
);
const someTurns = fc.array(fc.record({ kind: aKind, text: aText }), { minLength: 1, maxLength: 4 });
/** A text without turns, or one of a few. */
export const aTrace = fc.oneof(
  aText.map((raw) => ({ raw, zones: [] as Zone[] })),
  someTurns.map(joined),
);
/** Two conversations that are the same up to a place in one of their turns. */
export const aForkedConversation = fc
  .tuple(someTurns, fc.record({ kind: aKind, ends: aFork }), someTurns, someTurns)
  .map(([same, { kind, ends }, one, other]) => {
    const start = joined(same).raw.length + 2;
    return {
      one: joined([...same, { kind, text: ends.one }, ...one]),
      other: joined([...same, { kind, text: ends.other }, ...other]),
      fork: same.every(({ text }) => text === '') ? 0 : start + ends.fork,
    };
  });

const BY_RULE = STRATEGIES.map(({ id }) => id).filter((id) => id !== 'given' && id !== 'pasted');
const OWN_TAG = { open: '«', close: '»' };
const aParams = fc.record(
  {
    joinFormulas: fc.boolean(),
    joinHeadings: fc.boolean(),
    joinShorter: fc.constantFrom(0, 0, 4, 12),
    lists: fc.constantFrom('asIs', 'one', 'items'),
    tags: fc.constantFrom([], [{ ...OWN_TAG, kind: 'thinking' }], [{ ...OWN_TAG, kind: 'result' }]),
    markers: fc.constantFrom(['[S]'], ['ки', '»']),
    cues: fc.constantFrom(['Now', '并'], ['[S]']),
  },
  { requiredKeys: ['joinFormulas', 'joinHeadings', 'joinShorter', 'lists'] },
);
export const aRuleStrategy = fc
  .tuple(fc.constantFrom(...BY_RULE), aParams)
  .map(([id, params]) => strategyOf(id, params));

const INSIDE = ['a', 'B. C', ' ', 'Wait, ', 'Hmm. ', '1. ', '- b', '# c', 'Step 1: ', '。我', '> ', 'x = 1'];
const inside = (breaks: readonly string[]) =>
  fc.array(fc.constantFrom(...INSIDE, ...breaks), { maxLength: 12 }).map((pieces) => pieces.join(''));
const overBlanks = inside(['\n', '\n\n', '\r\n', '\n \n']);
const rows = (mark: string) =>
  fc
    .array(inside([]), { minLength: 1, maxLength: 4 })
    .map((lines) => lines.map((line) => `${mark} ${line}`).join('\n'));

/** A region that is not to be cut, standing in a paragraph of its own. */
export const aBlock = fc.oneof(
  overBlanks.map((text) => `\`\`\`\n${text}\n\`\`\``),
  overBlanks.map((text) => `~~~py\n${text}\n~~~`),
  overBlanks.map((text) => `$$\n${text}\n$$`),
  overBlanks.map((text) => `\\[${text}\\]`),
  overBlanks.map((text) => `\\begin{a}${text}\\begin{b}${text}\\end{b}${text}\\end{a}`),
  overBlanks.map((text) => `<!-- ${text} -->`),
  overBlanks.map((text) => `<tool_call>${text}x</tool_call>`),
  fc.array(inside([])).map((list) => JSON.stringify({ list }, undefined, 1).replaceAll('\n', '\n\n')),
  rows('|'),
  rows('>'),
);

/** What a sentence holds that ends none of it, in words around it. */
export const anInlineRegion = fc
  .array(fc.constantFrom('a', 'B', '. C', '? D', ' ', '! E', '等。等', ', f'), { minLength: 1, maxLength: 8 })
  .map((pieces) => pieces.join(''))
  .chain((text) =>
    fc.constantFrom(
      `\`${text}\``,
      `$x${text}$`,
      `\\(${text}\\)`,
      `[Lee${text}]`,
      `https://a.b/${text.replaceAll(/[\s,等。]/g, '')}x`,
    ),
  );
