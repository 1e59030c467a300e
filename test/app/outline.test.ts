import { describe, expect, test } from 'vitest';
import { buildOutline, findLoops } from '../../src/app/outline';
import { attempt, startSession, type Session } from './session';

async function reading(steps: readonly string[]): Promise<Session> {
  const session = await startSession();
  const file = await session.open('one.jsonl', [attempt('Why?', [...steps])]);
  await session.go(file, 0);
  return session;
}
async function outlineOf(texts: readonly string[]): Promise<string[]> {
  const { reader } = (await reading(texts)).app.store.getState();
  return buildOutline(reader!.steps, reader!.open.trace.raw).map(
    ({ from, to, title }) => `${from + 1}-${to} ${title ?? '(zone)'}`,
  );
}
const filled = (count: number, at: Record<number, string>) =>
  Array.from({ length: count }, (_, i) => at[i + 1] ?? `So it goes on, part ${i + 1}.`);

describe('the outline', () => {
  test('turns of thought begin the parts of a long zone', async () => {
    expect(await outlineOf(filled(30, { 11: 'Wait, is that so?', 21: '等等，这不对。' }))).toEqual([
      '1-30 (zone)',
      '1-10 So it goes on, part 1.',
      '11-20 Wait, is that so?',
      '21-30 等等，这不对。',
    ]);
  });
  test('headings win over turns of thought', async () => {
    const texts = filled(30, { 5: '## Setup', 11: 'Wait, is that so?', 21: '**Second case**' });
    expect(await outlineOf(texts)).toEqual([
      '1-30 (zone)',
      '1-4 So it goes on, part 1.',
      '5-20 Setup',
      '21-30 Second case',
    ]);
  });
  test('there are at most twelve parts, however often thought turns', async () => {
    expect((await outlineOf(Array.from({ length: 600 }, () => 'Wait, once more.'))).length).toBe(13);
  });
  test('a short zone is one part', async () => {
    expect(await outlineOf(filled(5, { 2: 'Wait.' }))).toEqual(['1-5 (zone)']);
  });
});

test('] and [ go from part to part and stop at the ends', async () => {
  const session = await reading(filled(40, { 15: 'Wait, is that so?', 30: 'Alternatively, count them.' }));
  const places: string[] = [];
  for (const key of ['[', ']', ']', ']', '[']) {
    await session.press(key);
    places.push(session.place());
  }
  expect(places).toEqual([1, 15, 30, 30, 15].map((step) => `row 0 step ${step}`));
});

test.each<[string, string, string]>([
  ['a step that stands five times', 'abbbbbc', '2: 1 × 5'],
  ['four steps again and again', 'xabcdabcdabcdy', '2: 4 × 3'],
  ['twice is no loop', 'ababxx', ''],
  ['a loop that breaks off', 'abcabcabca', '1: 3 × 3'],
  ['two loops', 'aaabcbcbc', '1: 1 × 3, 4: 2 × 3'],
])('%s', (_, text, expected) => {
  const steps = Array.from(text, (_, start) => ({ start, end: start + 1 }));
  const found = findLoops(steps, text).map(({ from, period, times }) => `${from + 1}: ${period} × ${times}`);
  expect(found.join(', ')).toBe(expected);
});

test('Y copies the step as it stands in the file', async () => {
  const session = await reading(['**One**', '$x$ and `two`']);
  await session.press('j y');
  expect(session.platform.copied).toEqual(['$x$ and `two`']);
});
