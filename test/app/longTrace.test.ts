// A very long trace: its first screens are there at once, the rest behind them, and all is as if split whole.

import { expect, test } from 'vitest';
import { splitOpen } from '../../src/app/splitOpen';
import * as segment from '../../src/core/segment';
import { attempt, startSession, type Session } from './session';

const SENTENCE = 'It goes on, and on, and on, for as long as it likes.';
const PARAGRAPHS = Array.from({ length: 24_000 }, (_, i) => `Part ${i} of it. ${SENTENCE}`);
const RAW = `<think>\n${PARAGRAPHS.join('\n\n')}\n</think>\n\nThe end.`;
const reader = (session: Session) => session.app.store.getState().reader!;

async function onLongTrace(): Promise<Session> {
  const session = await startSession();
  await session.go(await session.open('long.jsonl', [attempt('Why?', [RAW])]), 0);
  return session;
}

test('the first part is there at once and judged, the rest comes behind it', async () => {
  const session = await onLongTrace();
  const first = reader(session);
  expect(first.splitTo).toBeGreaterThan(250_000);
  expect(first.steps.length).toBeGreaterThan(3_000);
  expect(first.steps.length).toBeLessThan(5_000);
  session.tap('3');
  await session.settled();

  session.platform.advance(1);
  await session.settled();
  const { open, steps, segmentation, zones, splitTo, active } = reader(session);
  expect(splitTo).toBeUndefined();
  expect(steps).toHaveLength(24_001);
  expect(steps.slice(0, first.steps.length).map(({ id }) => id)).toEqual(first.steps.map(({ id }) => id));
  expect(active).toBe(1);
  const { annotations } = session.app.store.getState().annotation;
  expect(annotations.passages.size).toBe(1);
  const whole = splitOpen(segment, open, annotations, open.strategy);
  expect(zones).toEqual(whole.zones);
  expect(steps.map(({ id }) => id)).toEqual(whole.steps.map(({ id }) => id));
  expect(segmentation.bounds).toEqual(whole.segmentation.bounds);
});

test('Enter does not finish what is not split yet', async () => {
  const session = await onLongTrace();
  session.tap('enter');
  await session.settled();
  expect(session.app.store.getState().message).toMatch(/still being split/);
  expect((await session.log()).map(({ command }) => command)).toEqual([]);
});

test('another strategy keeps the place behind the first part', async () => {
  const session = await onLongTrace();
  session.platform.advance(1);
  session.app.actions.activate(20_000);
  const { start } = reader(session).steps[20_000]!;
  session.app.actions.chooseSplit(segment.strategyOf('sentence'), 'problem');
  await session.settled();
  expect(reader(session).splitTo).toBeDefined();
  session.platform.advance(1);
  expect(reader(session).steps[reader(session).active]!.start).toBe(start);
});
