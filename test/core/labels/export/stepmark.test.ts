import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatById, keyReading, STEPMARK_VERSION } from '../../../../src/core/formats';
import { foldLog, OWN_MERIT, REASONING_STEPS, writeLabelsFile } from '../../../../src/core/labels';
import { targetById, writeTree } from '../../../../src/core/labels/export';
import type { ExportRow } from '../../../../src/core/labels/export';
import type { FileKey, Problem, ProblemKey, Range, RolloutTree } from '../../../../src/core/model';
import { changeOf, SCOPE, twoTabs } from '../sessions';
import { exportRow, rowOf, said } from './exportRows';

const stepmark = targetById('stepmark')!;

function readLine(line: string) {
  const record: unknown = JSON.parse(line);
  const read = formatById('stepmark')!.read(record);
  if (!read.ok) throw new Error(read.fault.reason);
  const place = { startByte: 0, sizeBytes: line.length, line: 1 };
  return keyReading(read.value, { file: 'f' as FileKey, place, formatId: 'stepmark', record });
}
function write(row: ExportRow): string {
  const written = stepmark.write(row, {});
  if (!written.ok) throw new Error(written.reason);
  return written.line;
}

/** Steps of a text, none of which cuts a surrogate pair. */
const aText = fc
  .array(fc.constantFrom('a', '😀', '\uD800', '\uDC00', '\r\n', '\u2028', '\0', '数', '"\\'), {
    maxLength: 20,
  })
  .chain((parts) => {
    const raw = parts.join('');
    const starts: number[] = [];
    for (let at = 0; at < raw.length; at += raw.codePointAt(at)! > 0xffff ? 2 : 1) starts.push(at);
    return fc.subarray(starts).map((cuts) => {
      const bounds = [...cuts, raw.length];
      const ranges = bounds.slice(1).map((end, i): Range => ({ start: bounds[i]!, end }));
      return { raw, ranges };
    });
  });

test('text, problem, steps, zones and labels come back as they were, lone surrogates too', () => {
  const aRow = fc.tuple(aText, fc.nat(3), fc.string({ unit: 'binary' }));
  fc.assert(
    fc.property(aRow, ([{ raw, ranges }, first, prompt]) => {
      const zones = ranges.map((range, turn) => ({ ...range, kind: 'thinking' as const, turn }));
      const judgements = ranges.map((_, i) => said('cre.'.charAt((first + i) % 4)));
      const key = 'key of a problem without a prompt' as ProblemKey;
      const problem: Partial<Problem> = { prompt, options: ['1', prompt], ...(prompt === '' && { key }) };
      const row = exportRow(raw, ranges, judgements, { problem, trace: { zones } });
      const back = readLine(write(row));
      expect(back.problems[0]?.key).toBe(row.problem.key);
      expect(back.problems[0]).toMatchObject({ prompt, options: ['1', prompt] });
      expect(back.traces[0]).toEqual({ ...row.trace, given: ranges });
      expect(back.warnings).toEqual([]);
    }),
    { seed: 61 },
  );
});

test('what a file said of a row comes back: outcome, generator, scores, given labels, metadata', () => {
  const row = rowOf('ce', {
    trace: { raw: '😀 s1\n\ns2' },
    row: {
      generator: 'model-7b',
      outcome: 0.5,
      ownAnswer: '42',
      meta: { uuid: 'u', nested: { a: [1] } },
      scores: [
        { source: 'prm', on: { start: 3, end: 5 }, value: 0.25, range: [0, 1] },
        { source: 'orm', on: 'trace', value: 1 },
      ],
    },
  });
  const given = {
    source: 'label',
    origin: 'human' as const,
    annotator: 'ann',
    on: row.steps[1]!,
    verdict: 'erroneous' as const,
    raw: -1,
    categories: ['logic'],
    spans: [{ start: 7, end: 8 }],
  };
  row.row.given = [given, { ...given, on: 'text', spans: [] }];
  const back = readLine(write(row)).rows[0]!;
  const { at: _at, ...expected } = row.row;
  expect(back).toMatchObject(expected);
});

test('offsets in the line are code points: 😀 counts as one', () => {
  const line = JSON.parse(write(rowOf('e', { trace: { raw: '😀😀s1' } }))) as Record<string, unknown>;
  expect(line['ranges']).toEqual([
    [0, 2, 'gap'],
    [2, 4, 'step'],
  ]);
});

test('judgements name their step and annotator and leave out what was not said', () => {
  const row = rowOf('.e');
  row.judgements = [undefined, { ...said('e')!, categories: ['logic'], spans: [{ start: 4, end: 5 }] }];
  const line = JSON.parse(write(row)) as Record<string, unknown>;
  expect(line['judgements']).toEqual([
    { annotator: 'me', step: 1, verdict: 'erroneous', by: 'key', categories: ['logic'], spans: [[4, 5]] },
  ]);
});

test('every change comes back as it was: the labels of the file alone are the labels of the log', () => {
  fc.assert(
    fc.property(twoTabs, (changes) => {
      const context = { changes, packs: [REASONING_STEPS], protocols: [OWN_MERIT] };
      const lines = [...stepmark.end!(context)].map(({ line }) => line);
      const back = lines.flatMap((line) => readLine(line).changes);
      expect(back).toEqual(changes);
      expect(foldLog(back, SCOPE)).toEqual(foldLog(changes, SCOPE));
      const labelsFile = writeLabelsFile(changes).split('\n');
      expect(labelsFile.at(-1)).toBe('');
      expect(labelsFile.slice(1, -1)).toEqual(lines);
    }),
    { seed: 62 },
  );
});

test('a lone surrogate in a comment survives', () => {
  const edit = { on: 'passage' as const, at: rowOf('c').steps[0]!, before: undefined };
  const after = { ...said('c')!, comment: 'half \uD83D' };
  const change = changeOf([{ ...edit, after }], { quotes: { '\uDC00': '\uD800' } });
  const [, line] = writeLabelsFile([change]).split('\n');
  const throughBytes = new TextDecoder().decode(new TextEncoder().encode(line));
  expect(readLine(throughBytes).changes).toEqual([change]);
});

test('the head names the version the reader knows, and both offset units', () => {
  const [head] = stepmark.begin!({ changes: [], packs: [REASONING_STEPS], protocols: [OWN_MERIT] });
  expect(JSON.parse(head!)).toMatchObject({
    stepmark: STEPMARK_VERSION,
    kind: 'head',
    offsets: 'codepoint',
    changeOffsets: 'utf16',
    packs: [{ id: 'reasoning-steps' }],
  });
  expect(readLine(head!).rows).toEqual([]);
});

test('a chain, a tree and a DAG of the same content go out and come back unchanged', () => {
  const { problem } = rowOf('c');
  const parts = fc.array(fc.constantFrom('a', 'b 😀', '', 'same', '\uD800'), { minLength: 1, maxLength: 12 });
  const shapes = fc.tuple(parts, fc.array(fc.nat(), { minLength: 12, maxLength: 12 }));
  fc.assert(
    fc.property(shapes, fc.infiniteStream(fc.boolean()), ([texts, picks], flags) => {
      const flag = () => flags.next().value === true;
      const size = texts.length + 1;
      const chain = Int32Array.from({ length: size }, (_, node) => node - 1);
      const forked = chain.map((_, node) => (node === 0 ? -1 : picks[node - 1]! % node));
      const second = [...forked.keys()].flatMap((node): [number, number][] =>
        node > 1 && forked[node] !== node - 1 ? [[node, node - 1]] : [],
      );
      const data = Float64Array.from(chain, (node) => (flag() ? node / 7 : NaN));
      const columns = {
        problem: problem.key,
        text: ['', ...texts],
        lead: new Uint8Array(size),
        author: chain.reduce<RolloutTree['author']>((all) => [...all, flag() ? 'human' : undefined], []),
        rowsEndingAt: Array.from({ length: size }, () => []),
        chosenChild: new Int32Array(size).fill(-1),
        terminal: Uint8Array.from(chain, () => (flag() ? 1 : 0)),
        given: [],
        values: [{ name: 'q', policy: 'π', on: 'node', means: 'q', range: [-1, 1], data }],
      } satisfies Partial<RolloutTree>;
      for (const tree of [
        { ...columns, parent: chain, extraParents: [] },
        { ...columns, parent: forked, extraParents: [] },
        { ...columns, parent: forked, extraParents: second },
      ] satisfies RolloutTree[]) {
        expect(readLine(writeTree(problem, tree)).trees).toEqual([tree]);
      }
    }),
    { seed: 7, numRuns: 200 },
  );
});

test('a tree that the file gave comes back, with values that are not given', () => {
  const { problem } = rowOf('c');
  const tree: RolloutTree = {
    problem: problem.key,
    parent: Int32Array.of(-1, 0, 1, 1),
    extraParents: [[3, 2]],
    text: ['', 'a 😀', '\n\nb', '\n\nc'],
    lead: Uint8Array.of(0, 0, 2, 2),
    author: [undefined, 'model', 'human', undefined],
    rowsEndingAt: [[], [], [], []],
    chosenChild: Int32Array.of(1, 2, -1, -1),
    terminal: Uint8Array.of(0, 0, 1, 0),
    given: [],
    values: [
      {
        name: 'mc',
        on: 'node',
        means: 'mc',
        range: [0, 1],
        data: Float64Array.of(NaN, 0.5, 1, 0),
        c: Float64Array.of(NaN, 4, 8, 0),
        k: Float64Array.of(NaN, 8, 8, 8),
      },
    ],
    order: Int32Array.of(0, 1, 3, 2),
  };
  expect(readLine(writeTree(problem, tree)).trees).toEqual([tree]);
});
