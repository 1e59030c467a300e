import { expect, test } from 'vitest';
import { DEFAULT_PACK, OWN_MERIT, packIdentity, REASONING_STEPS, usedIn } from '../../../src/core/labels';
import { packFaults, readPackFile, SHIPPED_PACKS, writePackFile } from '../../../src/core/labels/packs';
import type { Change, LabelPack, Protocol } from '../../../src/core/model';

test('the default pack is named by its own content', () => {
  expect(packIdentity(REASONING_STEPS)).toBe(DEFAULT_PACK);
});

test('four packs ship, each of them in order', () => {
  expect(SHIPPED_PACKS.map(({ id }) => id)).toEqual([
    'reasoning-steps',
    'prm800k-ratings',
    'tool-use',
    'safety',
  ]);
  expect(SHIPPED_PACKS.flatMap(packFaults)).toEqual([]);
});

test('reasoning steps have the categories of design.md §6 on their keys', () => {
  const keyed = (under: string) =>
    REASONING_STEPS.categories
      .filter((one) => one.under === under && one.key !== undefined)
      .map(({ key, title }) => `${key} ${title}`);
  expect(keyed('erroneous')).toEqual(['4 calculation', '5 logic', '6 misread', '7 fact', '8 contradiction']);
  expect(keyed('redundant')).toEqual([
    '4 repeats',
    '5 irrelevant',
    '6 circular',
    '7 stalling',
    '8 over-verification',
  ]);
});

test.each(SHIPPED_PACKS)('$id written and read again is the same, with its protocol', (pack) => {
  expect(readPackFile(writePackFile({ pack, protocol: OWN_MERIT }))).toEqual({
    ok: true,
    value: { pack, protocol: OWN_MERIT },
  });
});

const base: LabelPack = { id: 'mine', guideline: '', tags: [], ratings: [], categories: [] };
const category = { id: 'a', title: 'a', under: 'erroneous' } as const;
test.each<[string, Partial<LabelPack>, string]>([
  ['no name', { id: ' ' }, 'id: has no name.'],
  [
    'a key twice under one verdict',
    {
      categories: [
        { ...category, key: '4' },
        { ...category, id: 'b', key: '4' },
      ],
    },
    'Two categories have the key 4 under erroneous: give one of them another key, or the list.',
  ],
  [
    'a name in exports twice',
    { categories: [category, category] },
    'Two categories have the name in exports “a” under erroneous: change one.',
  ],
  [
    'a rating of one value',
    { ratings: [{ id: 'r', on: 'step', min: 1, max: 1 }] },
    'ratings.0: a rating has 2 to 11 values, the smallest first.',
  ],
  ['a tag twice', { tags: ['x', 'x'] }, 'The tag “x” is there twice: take one away.'],
])('refused, and why: %s', (_, change, fault) => {
  expect(packFaults({ ...base, ...change })).toEqual([fault]);
});

test('the same key under two verdicts is no conflict', () => {
  const categories = [
    { ...category, key: '4' as const },
    { ...category, under: 'redundant' as const, key: '4' as const },
  ];
  expect(packFaults({ ...base, categories })).toEqual([]);
});

test.each<[string, string, RegExp]>([
  ['no JSON', '{', /^This is no JSON: /],
  ['another file', '{"a":1}', /^This pack cannot be read\. stepmarkPack: /],
  [
    'a verdict that is none',
    JSON.stringify({ stepmarkPack: 1, pack: { ...base, categories: [{ ...category, under: 'wrong' }] } }),
    /pack\.categories\.0\.under: /,
  ],
])('a file that is no pack says what is wrong: %s', (_, text, fault) => {
  expect(readPackFile(text)).toMatchObject({ ok: false, fault: expect.stringMatching(fault) as string });
});

test('a labels file holds the packs and protocols its changes were made under', () => {
  const pack: LabelPack = { ...base, id: 'ours' };
  const protocol: Protocol = { ...OWN_MERIT, id: 'ours', bulk: false };
  const scope = { annotator: 'a', pack: packIdentity(pack), protocol: 'own-merit@0', round: 1 };
  const changes = [{ scope }] as unknown as Change[];
  expect(usedIn(changes, { packs: [pack], protocols: [protocol] })).toEqual({ packs: [pack], protocols: [] });
});
