import { expect, test } from 'vitest';
import { OWN_MERIT, REASONING_STEPS } from '../../src/core/labels';
import type { FileKey, LabelPack, Protocol } from '../../src/core/model';
import { attempt, handPlatform, inputOf, onTrace, startSession, stepTexts, type Session } from './session';

const route = (session: Session) => session.app.store.getState().route;
const names = (session: Session) =>
  session.app.store
    .getState()
    .files?.map(({ name }) => name)
    .toSorted();
const one = (problem: string) => [attempt(problem, stepTexts(3))];

test('a dropped file is read and stands in the library', async () => {
  const session = await startSession();
  const file = await session.open('one.jsonl', one('Why'));
  expect(route(session)).toEqual({ screen: 'open', file });
  expect(session.app.store.getState().opening).toMatchObject({ state: 'done', name: 'one.jsonl' });
  expect(names(session)).toEqual(['one.jsonl']);
});

test('a file opened while another is read: both are in the library, the later one is shown', async () => {
  const session = await startSession();
  session.app.actions.openFiles([inputOf('first.jsonl', one('A'))]);
  session.app.actions.openFiles([inputOf('second.jsonl', one('B'))]);
  await session.settled();
  expect(session.app.store.getState().opening).toMatchObject({ state: 'done', name: 'second.jsonl' });
  expect(names(session)).toContain('second.jsonl');
});

test('a later drop is not stopped by the rest of an earlier one', async () => {
  const session = await startSession();
  session.app.actions.openFiles([inputOf('first.jsonl', one('A')), inputOf('second.jsonl', one('B'))]);
  session.app.actions.openFiles([inputOf('third.jsonl', one('C'))]);
  await session.settled();
  expect(session.app.store.getState().opening).toMatchObject({ state: 'done', name: 'third.jsonl' });
});

test('a file that nothing fits says why', async () => {
  const session = await startSession();
  session.app.actions.openFiles([inputOf('empty.jsonl', '')]);
  await session.settled();
  const { opening } = session.app.store.getState();
  expect(opening).toMatchObject({ state: 'failed', fault: { position: '$' } });
});

async function labelsOf(session: Session): Promise<string> {
  session.app.run('file.saveLabels');
  await session.settled();
  const saved = session.platform.downloads.at(-1);
  if (saved === undefined) throw new Error('nothing was saved');
  return saved.blob.text();
}

test('a labels file alone merges, says so and shows in the trace; a second time it adds nothing', async () => {
  const judged = await onTrace(3);
  await judged.press('1 3 4');
  const labels = await labelsOf(judged);
  const fresh = await onTrace(3);
  await fresh.open('labels.jsonl', labels);
  expect(route(fresh)).toEqual({ screen: 'library' });
  expect(fresh.app.store.getState().message).toMatch(/^3 changes were added, 0 were here already\./);
  const { files } = fresh.app.store.getState();
  await fresh.go(files!.find(({ name }) => name === 'one.jsonl')!.key, 0);
  expect(fresh.shown().replace('>', '')).toBe('c e[calculation] u');
  await fresh.open('labels.jsonl', labels);
  expect(fresh.app.store.getState().message).toMatch(/^0 changes were added, 3 were here already\./);
});

test('a labels file brings the pack and protocol it was made under, and who has judged nothing goes on with them', async () => {
  const judged = await onTrace(3);
  const pack: LabelPack = { ...REASONING_STEPS, id: 'ours', categories: REASONING_STEPS.categories.slice(1) };
  const protocol: Protocol = { ...OWN_MERIT, id: 'strict', bulk: false };
  judged.app.actions.savePack(pack, true);
  judged.app.actions.saveProtocol(protocol, true);
  judged.app.actions.changeSettings({ annotator: 'ana' });
  await judged.settled();
  await judged.press('1 3 5');
  const labels = await labelsOf(judged);

  const fresh = await onTrace(3);
  await fresh.open('labels.jsonl', labels);
  const { settings, files, message } = fresh.app.store.getState();
  expect(settings).toMatchObject({ annotator: 'ana', pack, protocol });
  expect([await fresh.data.packs(), await fresh.data.protocols()]).toEqual([[pack], [protocol]]);
  await fresh.go(files!.find(({ name }) => name === 'one.jsonl')!.key, 0);
  expect(fresh.shown().replace('>', '')).toBe('c e[logic] u');
  expect(message).toContain('you go on under that name');
});

test('labels of one’s own under other rules are said to wait under these', async () => {
  const judged = await onTrace(2);
  const protocol: Protocol = { ...OWN_MERIT, id: 'strict', bulk: false };
  judged.app.actions.saveProtocol(protocol, true);
  await judged.settled();
  await judged.press('1');
  const labels = await labelsOf(judged);
  const other = await onTrace(2);
  await other.press('3');
  await other.open('labels.jsonl', labels);
  expect(other.app.store.getState().message).toBe(
    '1 changes were added, 0 were here already. Some of yours were made under the pack “reasoning-steps” and the protocol “strict”: choose these on the packs screen to see them.',
  );
  expect(await other.data.protocols()).toEqual([protocol]);
});

test('a pack that cannot be used is said, the labels come all the same', async () => {
  const judged = await onTrace(2);
  await judged.press('1');
  const [head, ...changes] = (await labelsOf(judged)).split('\n');
  const broken = { ...(JSON.parse(head!) as object), packs: [{ id: 'broken' }], protocols: [7] };
  const fresh = await onTrace(2);
  const file = await fresh.open('labels.jsonl', [JSON.stringify(broken), ...changes].join('\n'));
  const { files } = fresh.app.store.getState();
  expect(files!.find(({ key }) => key === file)!.warnings).toEqual([
    expect.objectContaining({ kind: 'bad-agreed', count: 2 }),
  ]);
  expect(await fresh.log()).toHaveLength(1);
});

test('a long file has its own key when it is read: the trace that is open and its address follow', async () => {
  const session = await startSession();
  const long = inputOf('long.jsonl', [
    ...one('Why'),
    { messages: [{ role: 'user', content: 'x'.repeat(9 << 20) }] },
  ]);
  const { actions, store } = session.app;
  let early: FileKey | undefined;
  const stop = store.subscribe(({ opening }) => {
    if (early !== undefined || (opening?.progress?.summary.rows ?? 0) === 0) return;
    early = opening!.progress!.summary.key;
    actions.navigate({ screen: 'read', file: early, row: 0 });
  });
  actions.openFiles([long]);
  await session.settled();
  stop();
  const final = store.getState().opening!.progress!.summary.key;
  expect(final).not.toBe(early);
  expect(route(session)).toMatchObject({ screen: 'read', file: final });
  expect(store.getState().reader?.open.file).toBe(final);
  expect(session.platform.hash).toContain(final);
  await session.press('1');
  expect(session.shown()).toBe('c >u u');
}, 60_000);

test('the address follows the cursor once it rests, and a reload returns to the step', async () => {
  const session = await onTrace(4);
  await session.press('j j');
  session.platform.advance(300);
  await session.settled();
  const again = await session.reload();
  expect([again.place(), again.shown()]).toEqual(['row 0 step 3', 'u u >u u']);
});

test('a link to a step opens it', async () => {
  const session = await onTrace(4);
  const { reader } = session.app.store.getState();
  session.platform.hash = `#/read/${reader!.open.file}/one.jsonl/1/${reader!.steps[2]!.id}`;
  session.app.followHash();
  await session.settled();
  expect(session.place()).toBe('row 0 step 3');
});

test('a link to a file that is not here says which one to drop', async () => {
  const platform = handPlatform();
  platform.hash = '#/read/0123456789abcdef/rollouts%20of%20May.jsonl/3';
  const session = await startSession(undefined, platform);
  expect(route(session)).toEqual({
    screen: 'missing',
    file: '0123456789abcdef',
    name: 'rollouts of May.jsonl',
  });
});
