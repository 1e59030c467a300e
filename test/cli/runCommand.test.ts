import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { runCommand } from '../../src/cli/runCommand';

const folder = mkdtempSync(join(tmpdir(), 'stepmark-'));
afterAll(() => rmSync(folder, { recursive: true }));

const file = (name: string, content: string) => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};
async function run(...args: string[]) {
  const lines: Record<string, unknown>[] = [];
  const said: string[] = [];
  const status = await runCommand(args, {
    out: (line) => lines.push(JSON.parse(line) as Record<string, unknown>),
    say: (message) => said.push(message),
  });
  return { status, lines, said };
}
const GOOD = JSON.stringify({ prompt: 'p', completions: ['a', 'b'], labels: [true, false] });
const NULLS = [
  'problems',
  'traces',
  'givenSteps',
  'turns',
  'humanVerdicts',
  'otherLabels',
  'outcomes',
  'scores',
];

describe('inspect', () => {
  test.each([[[]], [['inspect']], [['split', 'x']], [['inspect', '--fast', 'x']]])(
    '%j is wrong use',
    async (args) => {
      const { status, lines, said } = await run(...args);
      expect([status, lines.length]).toEqual([2, 0]);
      expect(said[0]).toMatch(/^Usage: /m);
    },
  );
  test('one line per path, in order, 0 when all was read', async () => {
    const [a, b] = [file('a.jsonl', `${GOOD}\n${GOOD}`), file('b.txt', 'First.\n\nThen.')];
    const { status, lines, said } = await run('inspect', b, a);
    expect([status, said]).toEqual([0, []]);
    expect(lines).toMatchObject([
      {
        path: b,
        container: 'text',
        format: 'text',
        rows: 1,
        problems: 0,
        traces: 1,
        givenSteps: null,
        faults: [],
      },
      {
        path: a,
        container: 'jsonl',
        format: 'trl-stepwise',
        rows: 2,
        problems: 1,
        traces: 2,
        givenSteps: 4,
        faults: [],
      },
    ]);
  });
  test('a broken line and a record that does not fit are faults, the rest is counted', async () => {
    const path = file(
      'broken.jsonl',
      [GOOD, '{"half', GOOD, '{"prompt": "p", "completions": [1], "labels": []}'].join('\n'),
    );
    const { status, lines, said } = await run('inspect', path);
    expect(status).toBe(1);
    expect(lines[0]).toMatchObject({ rows: 4, traces: 2 });
    expect(lines[0]?.['faults']).toEqual([
      { position: 'line 2', kind: expect.any(String) },
      { position: 'line 4', kind: 'wrong-shape' },
    ]);
    expect(said).toHaveLength(2);
  });
  test.each([
    ['no format fits', () => file('odd.json', '{"a": 1}'), 'json-object', 1, 'no-format'],
    ['an empty file', () => file('empty', ''), null, null, 'empty'],
    ['no such file', () => join(folder, 'nowhere'), null, null, 'unreadable'],
  ])('%s: one line, nothing but what is known, one fault', async (_, path, container, rows, kind) => {
    const { status, lines } = await run('inspect', path());
    expect(status).toBe(1);
    expect(lines[0]).toMatchObject({ format: null, container, rows, faults: [{ position: '$', kind }] });
    for (const field of NULLS) expect(lines[0]?.[field]).toBeNull();
  });
  describe('records no format names', () => {
    const graded = ['good', 'meh'].map((mark, i) => ({
      exercise: `Solve x + ${i} = 5 for x.`,
      moves: [
        { said: 'Subtract it from both sides.', mark: 'good' },
        { said: 'So x is found.', mark },
      ],
    }));
    const content = graded.map((row) => JSON.stringify(row)).join('\n');
    const table = { good: 'correct', meh: 'redundant' };
    const mapping = {
      stepmarkMapping: 1,
      name: 'graded',
      problem: { text: 'exercise' },
      trace: { steps: 'moves[*].said' },
      labels: { kind: 'perStep', path: 'moves[*].mark', table, origin: 'human' },
    };
    test('are read by a guessed mapping, which is said with its reasons and what it leaves out', async () => {
      const { status, lines, said } = await run('inspect', file('graded.jsonl', content));
      expect([status, said.length]).toEqual([0, 1]);
      expect(lines[0]).toMatchObject({
        format: 'mapping:guessed',
        rows: 2,
        problems: 2,
        traces: 2,
        givenSteps: 4,
        humanVerdicts: null,
        otherLabels: { correct: 3, redundant: 0, erroneous: 0, unjudged: 1, origin: 'unknown' },
      });
      expect(said[0]).toMatch(
        /moves\[\*\]\.mark has one value per step .* without a meaning: meh \(1 times\)/s,
      );
      const printed = said[0]?.slice(said[0].indexOf('{'));
      const again = await run(
        'inspect',
        file('graded.jsonl', content),
        '--mapping',
        file('m.json', printed!),
      );
      expect(again.lines).toEqual(lines);
    });
    test('are read as --mapping says, wherever it stands', async () => {
      const [path, with_] = [file('graded.jsonl', content), file('graded.json', JSON.stringify(mapping))];
      for (const args of [
        [path, '--mapping', with_],
        ['--mapping', with_, path],
      ]) {
        const { status, lines, said } = await run('inspect', ...args);
        expect([status, said]).toEqual([0, []]);
        expect(lines[0]).toMatchObject({
          format: 'mapping:graded',
          traces: 2,
          givenSteps: 4,
          humanVerdicts: { correct: 3, redundant: 1, erroneous: 0, unjudged: 0 },
          otherLabels: null,
        });
      }
    });
    test('a record the mapping does not fit is a fault, the rest is read', async () => {
      const path = file('odd.jsonl', `${content}\n{"exercise": "Alone?"}\n`);
      const { status, lines, said } = await run(
        'inspect',
        path,
        '--mapping',
        file('m.json', JSON.stringify(mapping)),
      );
      expect([status, lines[0]?.['rows'], lines[0]?.['traces']]).toEqual([1, 3, 2]);
      expect(lines[0]?.['faults']).toEqual([{ position: 'line 3', kind: 'no-trace' }]);
      expect(said[0]).toContain('moves[*].said');
    });
    // [what, the file, words of the refusal]
    test.each([
      ['no file', undefined, 'no such file'],
      ['no JSON', 'rows: all', 'is no mapping'],
      ['another version', '{"stepmarkMapping": 2}', '`stepmarkMapping`: expected 1'],
      ['no trace', '{"stepmarkMapping": 1}', 'neither a trace nor a tree'],
      [
        'a wrong path',
        '{"stepmarkMapping": 1, "trace": {"text": "a[b"}}',
        '`trace.text`: "a[b" must be a path',
      ],
      [
        'a wrong kind',
        '{"stepmarkMapping": 1, "trace": {"text": "a"}, "labels": {"kind": "all", "path": "b"}}',
        '`labels.kind`',
      ],
      [
        'a wrong word in a table',
        '{"stepmarkMapping": 1, "trace": {"text": "a"}, "labels": {"kind": "perStep", "path": "b", "table": {"1": "good"}}}',
        '`labels.table.1`',
      ],
    ])('a mapping is refused with the reason: %s', async (_, written, words) => {
      const mappingPath = written === undefined ? join(folder, 'none.json') : file('wrong.json', written);
      const { status, lines, said } = await run(
        'inspect',
        file('graded.jsonl', content),
        '--mapping',
        mappingPath,
      );
      expect([status, lines]).toEqual([2, []]);
      expect(said[0]).toContain(words);
    });
    test('--mapping without a file is wrong use', async () => {
      expect((await run('inspect', file('graded.jsonl', content), '--mapping')).status).toBe(2);
    });
  });
  test('a file of two shapes is read whole, as on the page', async () => {
    const talk = {
      messages: [
        { role: 'user', content: 'Why?' },
        { role: 'assistant', content: 'Because.' },
      ],
    };
    const path = file('two.jsonl', [GOOD, GOOD, GOOD, JSON.stringify(talk), '{"neither": 1}'].join('\n'));
    const { status, lines } = await run('inspect', path);
    expect([status, lines[0]?.['format'], lines[0]?.['rows'], lines[0]?.['traces']]).toEqual([
      1,
      'trl-stepwise',
      5,
      4,
    ]);
    expect(lines[0]?.['faults']).toEqual([{ position: 'line 5', kind: 'wrong-shape' }]);
  });
  test('where the page would ask, the best guess is taken and said', async () => {
    const rollouts = JSON.stringify({
      prompt: 'p',
      completions: ['\\boxed{1}', '\\boxed{2}'],
      labels: [true, false],
    });
    const { status, lines, said } = await run('inspect', file('rollouts.jsonl', `${rollouts}\n${rollouts}`));
    expect([status, lines[0]?.['format']]).toEqual([0, 'trl-stepwise']);
    expect(said[0]).toContain('most completions hold a final answer');
  });
});

test('the script of package.json prints results alone on stdout', { timeout: 120_000 }, () => {
  const path = file('script.jsonl', `${GOOD}\n${GOOD}\n`);
  const npm = process.env['npm_execpath'];
  const args = ['run', '-s', 'stepmark', '--', 'inspect', path];
  const { status, stdout } = npm
    ? spawnSync(process.execPath, [npm, ...args], { encoding: 'utf8' })
    : spawnSync('npm', args, { encoding: 'utf8' });
  expect(status).toBe(0);
  expect(stdout.endsWith('}\n')).toBe(true);
  expect(JSON.parse(stdout)).toMatchObject({ path, format: 'trl-stepwise', rows: 2 });
});
