// Seventeen shapes that no format names (test/fixtures/shapes, written by us): each opens through the guess alone or with
// the one correction that its row states.

import { readFileSync, readdirSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  guessFormat,
  guessMapping,
  labelValues,
  mappedFormat,
  readMapping,
} from '../../../../src/core/formats';
import type { MappingGuess, Reading } from '../../../../src/core/formats';
import type { Range } from '../../../../src/core/model';
import { readAll } from '../../bytes/opening';

const SHAPES = 'test/fixtures/shapes';

async function opened(name: string) {
  const { id, values, records } = await readAll(readFileSync(`${SHAPES}/${name}`));
  return { container: id, records: values, keys: records.map(({ key }) => key) };
}
async function guessed(name: string): Promise<MappingGuess> {
  const guess = guessMapping(await opened(name));
  if (!guess) throw new Error('nothing was guessed');
  return guess;
}
async function read(name: string, correction: object | undefined): Promise<string[]> {
  const sample = await opened(name);
  const { mapping } = await guessed(name);
  const checked = readMapping({ ...mapping, ...correction });
  if (!checked.ok) throw new Error(checked.fault.reason);
  const format = mappedFormat(checked.value);
  const results = format.readAll
    ? [format.readAll(sample.records)]
    : sample.records.map((record, i) => format.read(record, keyed(sample.keys[i])));
  return results.flatMap((result) => {
    if (!result.ok) throw new Error(result.fault.reason);
    return result.value.flatMap(lines);
  });
}

const keyed = (key: string | undefined) => (key === undefined ? {} : { key });

/** `problem | attempt: steps with their verdicts, outcome, generator` or the tree by indentation. */
function lines({ problem, attempts, tree }: Reading): string[] {
  const { prompt, answer, fileId } = problem;
  const head = [prompt, answer && `= ${answer}`, fileId && `#${fileId}`].filter(Boolean).join(' ');
  if (tree) {
    const nodes = tree.text.map((text, node) => {
      const values = tree.values.map(({ data }) => data[node]).join(' ');
      return `${tree.parent[node]} ${text.trim()} [${values}]${tree.terminal[node] ? ' end' : ''}`;
    });
    return [head, ...nodes];
  }
  return [head, ...attempts.map((attempt) => `  ${attemptLine(attempt)}`)];
}

function attemptLine({
  raw,
  given,
  zones,
  labels = [],
  outcome,
  generator,
  ownAnswer,
  scores = [],
}: Reading['attempts'][number]): string {
  const verdictAt = (range: Range) => labels.find(({ on }) => on === range)?.verdict?.[0] ?? '.';
  const text = given
    ? given.map((range) => `${verdictAt(range)} ${raw.slice(range.start, range.end)}`).join(' / ')
    : raw.replaceAll('\n\n', ' / ');
  const rest = [
    outcome === undefined ? undefined : outcome ? 'right' : 'wrong',
    generator && `by ${generator}`,
    ownAnswer && `says ${ownAnswer}`,
    scores.length > 0 ? scores.map(({ value }) => value).join(' ') : undefined,
    zones && zones.length > 0 ? zones.map(({ kind }) => kind).join(' ') : undefined,
  ];
  return [text, ...rest.filter((word) => word !== undefined)].join(' | ');
}

interface Shape {
  name: string;
  what: string;
  correction?: object;
  expected: string[];
}
const shapes: Shape[] = [
  {
    name: 'first-error-number.jsonl',
    what: 'rows: a list of steps and the number of the first wrong one',
    expected: [
      'Ann has 3 apples and buys 4 more. How many has she? = 7',
      '  c She starts with 3 apples. / e 3 + 4 = 8. / . She has 8 apples. | by small',
      'Bob runs 2 km a day for a week. How far is that? = 14',
      '  c A week has 7 days. / c 7 * 2 = 14. / c He runs 14 km. | by large',
      'What is half of 10? = 5',
      '  e Half of 10 is 4. / . So the answer is 4. | by small',
    ],
  },
  {
    name: 'graded-moves.json',
    what: 'rows: steps are objects with a grade; one correction, what "meh" means',
    correction: {
      labels: {
        kind: 'perStep',
        path: 'moves[*].grade',
        table: { good: 'correct', meh: 'redundant', bad: 'erroneous' },
      },
    },
    expected: [
      'Solve x + 2 = 5 for x.',
      '  c Subtract 2 from both sides. / r Note that 5 is odd. / c So x = 3. | 0.9 0.4 0.8',
      'Solve 2x = 8 for x.',
      '  c Divide both sides by 2. / e So x = 6. | 0.9 0.3',
    ],
  },
  {
    name: 'generations.jsonl',
    what: 'nested rollouts: objects with a text and an outcome',
    expected: [
      'For how many n below 10 is n even?',
      '  Even numbers below 10 are 2, 4, 6 and 8, and 0 as well. / That makes 5. | right | by R1-small',
      '  Every second number is even. / Half of 10 is 5, but 0 does not count, so 4. | wrong | by R1-small',
      'What is the sum of 1, 2 and 3?',
      '  1 + 2 = 3, and 3 + 3 = 6. / The sum is 6. | right | by R1-large',
      '  The product is 6 as well, as it happens. / The sum is 6. | right | by R1-large',
    ],
  },
  {
    name: 'tries-and-passes.jsonl',
    what: 'nested rollouts: a list of texts, a list of outcomes beside it',
    expected: [
      'Which number comes after 2, 4, 8?',
      '  The numbers double each time, so the next one is 16. The answer is 16. | right',
      '  The gaps are 2 and 4, so the next gap is 6. The answer is 14. | wrong',
      'Which number comes after 1, 4, 9?',
      '  These are squares, so the next one is 16. The answer is 16. | right',
      '  The gaps are 3 and 5, the next is 7. The answer is 16. | right',
    ],
  },
  {
    name: 'chains-with-marks.jsonl',
    what: 'nested rollouts of steps, each with signs of its own',
    expected: [
      'Is 91 a prime number?',
      '  c 91 is odd. / c 91 = 7 * 13. / c So it is not prime.',
      '  c 91 ends in 1. / e So it is prime.',
      'Is 97 a prime number?',
      '  c 97 is odd. / c 7 * 14 = 98, so 7 does not divide it. / c It is prime.',
    ],
  },
  {
    name: 'models-side-by-side.jsonl',
    what: 'nested rollouts: an object by model',
    expected: [
      'What is 15 percent of 60? = 9',
      '  10 percent of 60 is 6, and half of that is 3, so 9 in all. | right | by north | says 9',
      '  15 percent is about a sixth, and a sixth of 60 is 10. | wrong | by south | says 10',
      'What is 5 percent of 80? = 4',
      '  10 percent of 80 is 8, and half of that is 4, the answer. | right | by north | says 4',
      '  5 percent is one in twenty, and 80 over 20 is 4, the answer. | right | by south | says 4',
    ],
  },
  {
    name: 'models-in-the-row.jsonl',
    what: 'nested rollouts: objects of one shape beside the fields of the row',
    expected: [
      'What is 20 percent of 50? = 10',
      '  A fifth of 50 is 10, so the answer must be 10. | right | by north',
      '  20 times 50 is 1000, so the answer must be 1000. | wrong | by south',
      'What is 50 percent of 90? = 45',
      '  Half of 90 is 45, so the answer must be 45, too. | right | by north',
      '  90 over 50 is 1.8, so the answer must be 1.8 here. | wrong | by south',
    ],
  },
  {
    name: 'step-per-row.csv',
    what: 'one step per row, 1 and 0 beside it',
    expected: [
      'What is 12 times 3?',
      '  c First 10 times 3 is 30. / e Then 2 times 3 is 5. / e So 30 + 5, which is 35.',
      'What is 12 times 4?',
      '  c 12 times 4 is 24 doubled. / c That is 48.',
    ],
  },
  {
    name: 'json-cells.csv',
    what: 'CSV with JSON cells; 0 among −1 and 1 is redundant',
    expected: [
      'How many legs have 3 cats?',
      '  c A cat has 4 legs. / r Cats have tails, too. / c 3 * 4 = 12. | by alpha',
      'How many legs have 2 birds?',
      '  e A bird has 4 legs. / e 2 * 4 = 8. | by beta',
      'How many legs has a snake?',
      '  c Snakes have no legs, so none. | by alpha',
    ],
  },
  {
    name: 'nodes.json',
    what: 'a node list that is the whole file; one correction, the root is the problem',
    correction: { problem: { text: '[0].state' } },
    expected: [
      'Use 4, 4, 6 and 8 to make 24.',
      '-1  [9 0.4]',
      '0 Start with 4 + 8 = 12. [5 0.6]',
      '1 Then 6 - 4 = 2 and 12 * 2 = 24. [4 1] end',
      '0 Start with 6 - 4 = 2. [3 0.2]',
      '3 Then 2 * 8 = 16, and 4 is left. [2 0] end',
    ],
  },
  {
    name: 'search-tree.jsonl',
    what: 'a nested tree in each row',
    expected: [
      'Sort the list 3, 1, 2 with swaps.',
      '-1  [6 0.5]',
      '0 Swap 3 and 1: 1, 3, 2. [4 0.75]',
      '1 Swap 3 and 2: 1, 2, 3. [3 1]',
      '0 Swap 1 and 2: 3, 2, 1. [2 0]',
    ],
  },
  {
    name: 'mm-prm-tree.jsonl',
    what: 'a nested tree whose nodes are lists of steps, as MM-PRM keeps its search',
    expected: [
      'The square in the picture has a side of 3. What is its area? = 9',
      '-1  [2 0.5]',
      '0 The side is 3.\n\nThe area is the side squared. [1 1]',
      '1 3 * 3 = 9. [0 1]',
      '0 The area is 4 * 3. [0 0]',
      'How many sides has the figure? = 5',
      '-1  [1 0.25]',
      '0 It is a pentagon. [0 0.75]',
    ],
  },
  {
    name: 'dict-by-id.json',
    what: 'a dict keyed by id',
    expected: [
      'Why does ice float on water? #p-17',
      '  Water is densest at 4 degrees. / Ice is less dense than water, so it floats. | right',
      'Why is the sky blue at noon? #p-18',
      '  Short waves scatter more than long ones. / Blue light reaches us from everywhere. | right',
      'Why do we see the moon by day? #p-23',
      '  The moon shines with light of its own. / So it can be seen at any time. | wrong',
    ],
  },
  {
    name: 'dialog.jsonl',
    what: 'turns under other names',
    expected: [
      'What is the capital of Peru?',
      '  The capital is Lima. | right | response',
      'And of Chile?',
      '  The capital is Lima as well. | wrong | response',
    ],
  },
  {
    name: 'notes-by-step.jsonl',
    what: 'labels by the number of the step',
    expected: [
      'Simplify (2x + 2) / 2 as far as you can.',
      '  c Factor out 2. / . Cancel the 2. / e The result is x + 2.',
      'Simplify 3(x - 1) + 3 as far as you can.',
      '  c Expand to 3x - 3 + 3. / c The result is 3x.',
    ],
  },
  {
    name: 'framed.json',
    what: 'rows inside a frame, with lists of wrong steps counted from 1',
    expected: [
      'Count the vowels in banana.',
      '  c The vowels are a, a and a. / e So there are 4.',
      'Count the letters in plum.',
      '  c p, l, u and m are letters. / c So there are 4. / c Four it is.',
    ],
  },
  {
    name: 'think-then-say.jsonl',
    what: 'thinking and response, both long: in this order',
    expected: [
      'Name three primes above 10, please.',
      '  The number 11 is prime, 12 is not, 13 is prime, and 17 is, too. / Three primes above 10 are 11, 13 and 17, as you can check.',
      'Name two even numbers above 10, please.',
      '  Even numbers end in an even digit, so 12 and 14 would both do. / Two even numbers above 10 are 12 and 14, as you can check.',
    ],
  },
];

describe('shapes no format names', () => {
  test('every fixture has its row', () => {
    expect(shapes.map(({ name }) => name).toSorted()).toEqual(readdirSync(SHAPES).toSorted());
    expect(shapes.length).toBeGreaterThanOrEqual(12);
  });
  test.each(shapes.map((shape) => [shape.what, shape] as const))(
    '%s',
    async (_, { name, correction, expected }) => {
      const ranked = guessFormat(await opened(name));
      expect(ranked.filter(({ certain }) => certain)).toEqual([]);
      expect(await read(name, correction)).toEqual(expected);
    },
  );
});

describe('what the guess says of itself', () => {
  const guessOf = (...records: unknown[]) => guessMapping({ container: 'jsonl', records });
  test('values that the table does not know, with their counts', async () => {
    const { missing, mapping } = await guessed('graded-moves.json');
    expect(missing).toEqual([{ value: 'meh', count: 1 }]);
    const { records } = await opened('graded-moves.json');
    expect(labelValues(mapping, records)).toEqual([
      { value: 'good', count: 3, verdict: 'correct' },
      { value: 'meh', count: 1 },
      { value: 'bad', count: 1, verdict: 'erroneous' },
    ]);
  });
  test('labels are nobody’s until a person says whose', async () => {
    for (const { name } of shapes) {
      const { labels } = (await guessed(name)).mapping;
      if (labels) expect(labels.origin).toBe('unknown');
    }
  });
  // [what, index of each row of three steps, base, whether to ask]
  test.each([
    ['a 0 is the first step', [0, 2, -1], 0, false],
    ['the number of steps is the last one', [1, 3, -1], 1, false],
    ['neither was seen', [1, 2, -1], 0, true],
  ])('base: %s', (_, indices, base, asks) => {
    const steps = ['First this one.', 'Then that one.', 'So it is done.'];
    const guess = guessOf(...indices.map((error, i) => ({ problem: `The question ${i}?`, steps, error })));
    expect(guess?.mapping.labels).toMatchObject({ kind: 'firstError', path: 'error', base });
    expect(guess?.reasons.find(({ role }) => role === 'labels.path')?.ask === true).toBe(asks);
  });
  test('a flag that says "wrong" is erroneous where it is true', () => {
    const steps = ['First this one.', 'Then that one.'];
    const guess = guessOf({ problem: 'What is it?', steps, is_wrong: [false, true] });
    expect(guess?.mapping.labels?.table).toEqual({ false: 'correct', true: 'erroneous' });
  });
  test('numbers per step that are no labels are scores; a running number is no outcome', () => {
    const steps = ['First this one.', 'Then that one.'];
    const rows = [0.5, 0.52, 0.51].map((acc) => ({ problem: 'What is it?', steps, prm: [0.93, 0.41], acc }));
    const guess = guessOf(...rows);
    expect(guess?.mapping.scores).toEqual([{ name: 'prm', path: 'prm[*]', at: 'step' }]);
    expect([guess?.mapping.labels, guess?.mapping.outcome]).toEqual([undefined, undefined]);
  });
  test('every field has a reason, what is left alone is named', () => {
    const text = 'It is four, since two and two make four, as anybody can count.';
    const guess = guessOf({
      problem: 'What is two and two?',
      output: text,
      odd: { deep: [[1], [2]] },
      seed: 7,
    });
    expect(guess?.reasons.map(({ role, path }) => `${role} ${path}`)).toEqual([
      'trace.text output',
      'problem.text problem',
    ]);
    expect([guess?.mapping.meta, guess?.unmapped]).toEqual([['seed'], ['odd.deep']]);
  });
  test('rows counted by an id are no steps of one trace', () => {
    const rows = [0, 1, 2, 3].map((i) => ({
      kind: 'sums',
      doc_id: i,
      question: `What is ${i} and ${i}?`,
      output: `It is ${2 * i}, as anybody can find out with ten fingers.`,
      sampled: false,
    }));
    expect(guessOf(...rows)?.mapping).toMatchObject({
      problem: { text: 'question', key: 'doc_id' },
      trace: { text: 'output' },
    });
    expect(guessOf(...rows)?.mapping.labels).toBeUndefined();
  });
  test('events that name each other beside a conversation are no search tree', () => {
    const messages = [
      { role: 'user', content: 'What is it?' },
      { role: 'assistant', content: 'It is four.' },
    ];
    const events = ['a', 'b', 'c'].map((id, i) => ({
      id,
      parent_id: 'xab'[i],
      note: `Event ${id} happened here.`,
    }));
    expect(guessOf({ messages, events })?.mapping).toMatchObject({ trace: { turns: 'messages' } });
  });
  test('any records are guessed at or not, never thrown at; what is guessed reads them', () => {
    const someRecord = fc.oneof(fc.jsonValue(), fc.dictionary(fc.string(), fc.jsonValue()));
    fc.assert(
      fc.property(fc.array(someRecord, { minLength: 1, maxLength: 6 }), (records) => {
        const guess = guessMapping({ container: 'jsonl', records });
        expect(guess?.score ?? 1).toBeGreaterThan(0);
      }),
      { seed: 20, numRuns: 300 },
    );
  });
  test.each([
    ['numbers', [{ a: 1 }, { a: 2 }]],
    ['short words', [{ name: 'Ann', city: 'Rome' }]],
    ['nothing', []],
    ['no objects', [1, 'x', null]],
  ])('%s: nothing is guessed', (_, records) => {
    expect(guessOf(...records)).toBeUndefined();
  });
});
