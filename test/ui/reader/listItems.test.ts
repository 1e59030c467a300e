import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { StepView } from '../../../src/app/state';
import { passageId, passagesOf } from '../../../src/core/identity';
import { GAP, MARKER, STEP } from '../../../src/core/model';
import type { ProblemKey, Zone, ZoneKind } from '../../../src/core/model';
import type { OpenTrace } from '../../../src/data/api';
import { buildListItems, itemsOfSteps } from '../../../src/ui/reader/listItems';
import type { ListItem } from '../../../src/ui/reader/listItems';

type Piece = [text: string, kind: number, zone?: ZoneKind | undefined, name?: string];

/** A reader over pieces of text, each with its kind and zone; neighbours of one zone share it. */
function readerOf(pieces: readonly Piece[]) {
  const bounds = [0];
  const zones: Zone[] = [];
  let raw = '';
  for (const [text, , kind, name] of pieces) {
    const start = raw.length;
    raw += text;
    bounds.push(raw.length);
    const before = zones.at(-1);
    if (kind === undefined) continue;
    if (before?.kind === kind && before.name === name && before.end === start) before.end = raw.length;
    else zones.push({ kind, start, end: raw.length, ...(name === undefined ? {} : { name }) });
  }
  const kinds = pieces.map(([, kind]) => kind);
  const ranges = kinds.flatMap((kind, i) =>
    kind === STEP ? [{ start: bounds[i]!, end: bounds[i + 1]! }] : [],
  );
  const steps = passagesOf('p' as ProblemKey, raw, ranges).map((passage, index): StepView => ({
    index,
    start: passage.start,
    end: passage.end,
    passage,
    id: passageId(passage),
    zone: zones.find((zone) => zone.start <= passage.start && passage.end <= zone.end),
  }));
  const segmentation = {
    strategy: 'given',
    params: {},
    version: 1,
    bounds: Uint32Array.from(bounds),
    kinds: Uint8Array.from(kinds),
  };
  return { open: { trace: { raw } } as OpenTrace, segmentation, steps, zones, raw };
}

const dump = (items: readonly ListItem[], raw: string) =>
  items.map((item) => {
    if (item.kind === 'zone') {
      const marks = item.marks === '' ? '' : ` ${item.marks}`;
      return `# ${item.zone ?? '-'} ${item.firstStep + 1}-${item.lastStep + 1}${marks}`;
    }
    if (item.kind === 'step') return `${item.step.index + 1} ${raw.slice(item.step.start, item.step.end)}`;
    return item.kind === 'end' ? 'end' : `(${item.what}) ${raw.slice(item.start, item.end).trim()}`;
  });
const itemsOf = (pieces: readonly Piece[]) => {
  const reader = readerOf(pieces);
  return dump(buildListItems(reader), reader.raw);
};

describe('what the list of steps draws', () => {
  test('a header at each zone, with the markers before it', () => {
    expect(
      itemsOf([
        ['<think>', MARKER, 'marker'],
        ['a', STEP, 'thinking'],
        ['\n\n', GAP, 'thinking'],
        ['b', STEP, 'thinking'],
        ['</think>', MARKER, 'marker'],
        ['\n', GAP],
        ['c', STEP, 'response'],
      ]),
    ).toEqual(['# thinking 1-2 <think>', '1 a', '2 b', '# response 3-3 </think>', '3 c', 'end']);
  });
  test('results and user turns where they stand, joined when a cut falls inside', () => {
    expect(
      itemsOf([
        ['f()', STEP, 'call', 'f'],
        ['4', MARKER, 'result', 'f'],
        ['2', GAP, 'result', 'f'],
        ['so', STEP, 'response'],
        ['why?', MARKER, 'user'],
        ['because', STEP, 'response'],
      ]),
    ).toEqual([
      '# call 1-1',
      '1 f()',
      '(result) 42',
      '# response 2-2',
      '2 so',
      '(user) why?',
      '# response 3-3',
      '3 because',
      'end',
    ]);
  });
  test('one stretch between two steps is a result, a user turn and the white space around them', () => {
    const reader = readerOf([
      ['f()', STEP, 'call', 'f'],
      ['\n\n', GAP],
      ['42', GAP, 'result', 'f'],
      ['\n\n', GAP],
      ['thanks, and now?', GAP, 'user'],
      ['\n\n', GAP],
      ['this', STEP, 'response'],
    ]);
    const end = reader.raw.length;
    const segmentation = {
      ...reader.segmentation,
      bounds: Uint32Array.from([0, 3, end - 4, end]),
      kinds: Uint8Array.from([STEP, GAP, STEP]),
    };
    expect(dump(buildListItems({ ...reader, segmentation }), reader.raw)).toEqual([
      '# call 1-1',
      '1 f()',
      '(result) 42',
      '(user) thanks, and now?',
      '# response 2-2',
      '2 this',
      'end',
    ]);
  });
  test('a marker that no header takes is a row of its own', () => {
    expect(
      itemsOf([
        ['a', STEP, 'response'],
        [' **Step 2** ', MARKER, 'response'],
        ['b', STEP, 'response'],
        ['<end>', MARKER, 'marker'],
      ]),
    ).toEqual(['# response 1-2', '1 a', '(marker) **Step 2**', '2 b', '(marker) <end>', 'end']);
  });
  test('an empty trace has an end', () => {
    expect(itemsOf([])).toEqual(['end']);
  });

  const aPiece = fc.tuple(
    fc.constantFrom('x', 'yy', ' ', '\n\n', 'z'.repeat(90), '<t>'),
    fc.constantFrom(STEP, MARKER, GAP),
    fc.constantFrom<ZoneKind | undefined>(
      'thinking',
      'response',
      'call',
      'result',
      'user',
      'marker',
      undefined,
    ),
  );
  test('every unit that is not white space is drawn once, in the order of the text', () => {
    fc.assert(
      fc.property(fc.array(aPiece, { maxLength: 30 }), (pieces) => {
        const reader = readerOf(pieces);
        const items = buildListItems(reader);
        const drawn = items.map((item) => {
          if (item.kind === 'zone') return item.marks;
          if (item.kind === 'end') return '';
          const { start, end } = item.kind === 'step' ? item.step : item;
          return reader.raw.slice(start, end);
        });
        expect(drawn.join('').replace(/\s/g, '')).toBe(reader.raw.replace(/\s/g, ''));
        expect([...itemsOfSteps(items)].map((i) => items[i]!.kind)).toEqual(reader.steps.map(() => 'step'));
        expect(new Set(items.map(({ key }) => key)).size).toBe(items.length);
      }),
      { seed: 3 },
    );
  });
});
