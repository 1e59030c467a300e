// What was typed and not kept is there again when the page is.

import { expect, test } from 'vitest';
import { draftOf, selectDraft } from '../../src/app/writing';
import { attempt, onTrace, startSession, stepTexts, type Session } from './session';

const place = (session: Session) => {
  const { file } = session.app.store.getState().reader!.open;
  return { file, step: session.app.store.getState().reader!.steps[1]! };
};
/** C or E on step 2, a second of typing, and the page is gone. */
async function crashed(
  key: 'c' | 'e',
  text = 'why 7?',
): Promise<{ session: Session; step: ReturnType<typeof place>['step'] }> {
  const session = await onTrace(3);
  await session.press(`j ${key}`);
  session.app.actions.saveDraft('why');
  session.app.actions.saveDraft(text);
  session.platform.advance(1000);
  await session.settled();
  const { file, step } = place(session);
  const again = await session.reload();
  await again.go(file, 0);
  return { session: again, step };
}
const offered = ({ app }: Session) => selectDraft(app.store.getState())?.text;
async function run(session: Session, command: string): Promise<void> {
  session.app.run(command);
  await session.settled();
}

test.each(['c', 'e'] as const)(
  'after a crash while %s was typed it is offered, and nothing was saved',
  async (key) => {
    const { session } = await crashed(key);
    expect([offered(session), (await session.log()).length]).toEqual(['why 7?', 0]);
  },
);

test.each([
  ['c', 'comment'],
  ['e', 'rewrite'],
] as const)(
  'taken up, %s is open at its step with the text; kept, it is offered no more',
  async (key, what) => {
    const { session, step } = await crashed(key);
    await session.press('home');
    await run(session, 'write.takeUpDraft');
    const { reader } = session.app.store.getState();
    expect([session.place(), reader?.typing]).toEqual(['row 0 step 2', what]);
    expect(draftOf(session.app.store.getState(), what, step.id)).toBe('why 7?');
    session.app.actions.finishTyping('why 7?');
    await session.settled();
    session.platform.advance(0);
    await session.settled();
    expect([offered(session), (await session.log()).length]).toEqual([undefined, 1]);
    const again = await session.reload();
    await again.settled();
    expect(again.app.store.getState().drafts).toBeUndefined();
  },
);

test('discarded, it is offered no more', async () => {
  const { session } = await crashed('c');
  await run(session, 'write.dropDraft');
  session.platform.advance(0);
  await session.settled();
  const again = await session.reload();
  await again.settled();
  expect([offered(session), again.app.store.getState().drafts]).toEqual([undefined, undefined]);
});

test('a comment that is kept leaves no draft behind', async () => {
  const session = await onTrace(2);
  await session.press('c');
  session.app.actions.saveDraft('done');
  session.app.actions.finishTyping('done');
  session.platform.advance(2000);
  await session.settled();
  expect(await session.data.setting('drafts')).toEqual([]);
});

test('typed at another trace: that one is opened', async () => {
  const session = await startSession();
  const file = await session.open('two.jsonl', [
    attempt('Why?', stepTexts(2)),
    attempt('How?', stepTexts(3)),
  ]);
  await session.go(file, 1);
  await session.press('j c');
  session.app.actions.saveDraft('hm');
  session.platform.advance(1000);
  await session.settled();
  const again = await session.reload();
  await again.go(file, 0);
  await run(again, 'write.takeUpDraft');
  expect([again.place(), again.app.store.getState().reader?.typing]).toEqual(['row 1 step 2', 'comment']);
});

test('its file is gone: the text is copied, and said so', async () => {
  const { session } = await crashed('c');
  const { file } = place(session);
  const other = await session.open('other.jsonl', [attempt('Another?', stepTexts(2))]);
  await session.go(other, 0);
  session.app.actions.forgetFile(file);
  await session.settled();
  await run(session, 'write.takeUpDraft');
  expect(session.platform.copied).toEqual(['why 7?']);
  expect(session.app.store.getState().message).toContain('The text is copied');
});
