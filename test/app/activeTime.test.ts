// Time goes to the step at the cursor: an idle stretch counts a minute, a hidden page nothing.

import { expect, test } from 'vitest';
import { ActiveTime } from '../../src/app/activeTime';
import { scopeOf } from '../../src/app/recorder';
import type { PassageId } from '../../src/core/identity';
import { attempt, onTrace, startSession, stepTexts, type Session } from './session';

const [A, B] = ['a', 'b'] as unknown as [PassageId, PassageId];

function clock() {
  const at = { now: 0, hidden: 0 };
  const time = new ActiveTime({ now: () => at.now, hiddenMs: () => at.hidden });
  time.attend(A);
  return { at, time };
}

test('a stretch without a sign of life counts a minute; signs in between make it several', () => {
  const { at, time } = clock();
  at.now = 300_000;
  expect(time.take([A])).toBe(60_000);
  time.noteActivity();
  for (let i = 1; i <= 5; i++) {
    at.now += 50_000;
    time.noteActivity();
  }
  expect(time.take([A])).toBe(250_000);
});

test('while the page is hidden nothing counts', () => {
  const { at, time } = clock();
  at.now = 30_000;
  at.hidden = 20_000;
  expect(time.take([A])).toBe(10_000);
});

test('each step has its own time, and it is taken once', () => {
  const { at, time } = clock();
  at.now = 1_000;
  time.attend(B);
  at.now = 4_000;
  time.attend(A);
  at.now = 6_000;
  time.attend(undefined);
  at.now = 9_000;
  expect([time.take([A]), time.take([B]), time.take([A, B])]).toEqual([3_000, 3_000, 0]);
});

const times = async (session: Session) =>
  (await session.log()).map(({ command, activeMs }) => `${command} ${activeMs}`);

// A key takes a second.
test('what was read before the verdict is the step’s, what was passed through is not', async () => {
  const session = await onTrace(4);
  await session.press('j j j 1 k k 3');
  // Step 4 was reached by the third key; the fourth judged it and went nowhere, the fifth left it.
  expect(await times(session)).toEqual(['judge.correct 1000', 'judge.erroneous 2000']);
});

test('the finish takes what was read and not judged', async () => {
  const session = await onTrace(3);
  await session.press('1 j enter enter');
  const [first, finish] = await session.log();
  expect([first!.activeMs, finish!.command, finish!.activeMs]).toEqual([1000, 'trace.partial', 3000]);
});

test('it is shown by step and by problem, after a reload too', async () => {
  const session = await onTrace(3);
  await session.press('1 1 k k 4 u');
  const spent = ({ app }: Session) => {
    const { saving, reader } = app.store.getState();
    return [
      saving.spent?.onProblem.get(reader!.open.problem.key),
      ...reader!.steps.map(({ id }) => saving.spent?.onStep.get(id)),
    ];
  };
  const shown = spent(session);
  // What was passed through on the way back waits for the next change there.
  expect(shown).toEqual([4000, 3000, 1000, undefined]);
  const { file } = session.app.store.getState().reader!.open;
  const again = await session.reload();
  await again.go(file, 0);
  expect(spent(again)).toEqual(shown);
});

interface Line {
  kind: string;
  judgements?: { activeMs?: number }[];
  change?: { activeMs: number };
}

test('Stepmark JSONL carries the active time of each judgement and of each change', async () => {
  const session = await startSession();
  const file = await session.open('one.jsonl', [attempt('Why?', stepTexts(4))]);
  await session.go(file, 0);
  await session.press('1 j k 3 a');
  const scope = scopeOf(session.app.store.getState());
  const request = { file, target: 'stepmark', policies: {}, annotator: 'me', scope, rows: 'all' } as const;
  const exported = await session.data.export(request, () => undefined);
  expect(exported.verified).toBe(true);
  const lines = (await exported.file.text())
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Line);
  const judgements = lines.find(({ kind }) => kind === 'trace')!.judgements!;
  // Two were said in bulk at once: nobody can tell how long each took.
  expect(judgements.map(({ activeMs }) => activeMs)).toEqual([1000, 2000, undefined, undefined]);
  const changes = lines.filter(({ kind }) => kind === 'change').map(({ change }) => change!);
  expect(changes.map(({ activeMs }) => activeMs)).toEqual([1000, 2000, 2000]);
});
