// Another pack or protocol is another scope: labels stay with the one they were made under.

import { expect, test } from 'vitest';
import { OWN_MERIT, packIdentity, protocolIdentity } from '../../src/core/labels';
import { SHIPPED_PACKS, writePackFile } from '../../src/core/labels/packs';
import type { LabelPack, Protocol } from '../../src/core/model';
import { inputOf, onTrace, type Session } from './session';

const TOOL_USE = SHIPPED_PACKS[2]!;
const MINE: LabelPack = { ...TOOL_USE, id: 'mine' };
const NO_BULK: Protocol = { ...OWN_MERIT, id: 'no-bulk', bulk: false };

const scopes = async (session: Session) =>
  (await session.log()).map(({ scope }) => [scope.pack, scope.protocol]);
const names = (session: Session) => session.app.store.getState().packs?.packs.map(({ id }) => id);
async function open(session: Session): Promise<Session> {
  session.app.actions.navigate({ screen: 'packs' });
  await session.settled();
  return session;
}
const take = async (session: Session, pack: LabelPack) => {
  session.app.actions.takePack(pack);
  await session.settled();
};

test('keys give the categories of the pack in use, changes name it by id and hash', async () => {
  const session = await onTrace(3);
  await take(session, TOOL_USE);
  await session.press('3 4');
  expect(session.shown()).toBe('e[wrong-tool] >u u');
  expect(await scopes(session)).toEqual([
    [packIdentity(TOOL_USE), protocolIdentity(OWN_MERIT)],
    [packIdentity(TOOL_USE), protocolIdentity(OWN_MERIT)],
  ]);
});

test('labels of another pack are there again when it is chosen again', async () => {
  const session = await onTrace(3);
  await session.press('3 4');
  await take(session, TOOL_USE);
  expect(session.shown()).toBe('u >u u');
  await take(session, SHIPPED_PACKS[0]!);
  expect(session.shown()).toBe('e[calculation] >u u');
});

test('undo goes back to a change made under another pack', async () => {
  const session = await onTrace(3);
  await session.press('1');
  await take(session, TOOL_USE);
  await session.press('z');
  await take(session, SHIPPED_PACKS[0]!);
  expect(session.shown()).toBe('>u u u');
});

test('an own pack is kept and in use after a reload, and stands in the list', async () => {
  const session = await open(await onTrace(2));
  session.app.actions.savePack(MINE, true);
  await session.settled();
  const again = await open(await session.reload());
  expect([again.app.store.getState().settings.pack, names(again)?.at(-1)]).toEqual([MINE, 'mine']);
});

test('without bulk keys A does nothing and F says its own step alone', async () => {
  const session = await onTrace(3);
  session.app.actions.takeProtocol(NO_BULK);
  await session.settled();
  await session.press('a');
  expect([session.shown(), await session.log()]).toEqual(['>u u u', []]);
  await session.press('j f');
  expect(session.shown()).toBe('u e >u');
});

test.each<[string, string, string]>([
  [
    'a pack',
    writePackFile({ pack: MINE, protocol: NO_BULK }),
    'The pack “mine” and the protocol “no-bulk” can be chosen now.',
  ],
  ['no pack', '{"a":1}', 'mine.json: This pack cannot be read.'],
])('import of %s', async (_, text, said) => {
  const session = await open(await onTrace(1));
  session.platform.chooseFiles = () => Promise.resolve([inputOf('mine.json', text)]);
  session.app.actions.importPack();
  await session.settled();
  expect(session.app.store.getState().message?.startsWith(said)).toBe(true);
  expect(names(session)?.includes('mine')).toBe(text.includes('stepmarkPack'));
});

test('export writes pack and protocol in one file', async () => {
  const session = await onTrace(1);
  session.app.actions.exportPack(MINE, NO_BULK);
  const [file] = session.platform.downloads;
  expect([file?.name, await file?.blob.text()]).toEqual([
    'mine.stepmark-pack.json',
    writePackFile({ pack: MINE, protocol: NO_BULK }),
  ]);
});
