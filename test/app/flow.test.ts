// Beside the verdict: error spans, rewrites, what later steps make of a step. Keys in, what was said out.

import { expect, test } from 'vitest';
import { passageId } from '../../src/core/identity';
import { attempt, foldOf, onTrace, startSession, stepTexts, type Session } from './session';

/** `This is step 1 of it.`: the words of every step. */
const readerOf = (session: Session) => session.app.store.getState().reader!;
const rawOf = (session: Session) => readerOf(session).open.trace.raw;
function selectedText(session: Session): string | undefined {
  const { selection } = readerOf(session);
  return selection && rawOf(session).slice(selection.range.start, selection.range.end);
}
/** By step, from 1: the spans of its judgement as text. */
function spansOf(session: Session, step: number): string[] {
  const { passages } = session.app.store.getState().annotation.annotations;
  const spans = passages.get(readerOf(session).steps[step - 1]!.id)?.judgement.spans ?? [];
  return spans.map(({ start, end }) => rawOf(session).slice(start, end));
}
const more = 'shift+arrowright';
const less = 'shift+arrowleft';
const later = 'mod+shift+arrowright';
const earlier = 'mod+shift+arrowleft';

test.each<[string, string, string | undefined]>([
  ['the first word', more, 'This'],
  ['from the end: the last', less, '.'],
  ['a word more', `${more} ${more} ${more}`, 'This is step'],
  ['a word less', `${more} ${more} ${less}`, 'This'],
  ['never less than one', `${more} ${less} ${less}`, 'This'],
  ['it begins later', `${more} ${more} ${more} ${later} ${later}`, 'step'],
  ['and earlier again', `${more} ${more} ${more} ${later} ${later} ${earlier}`, 'is step'],
  ['never beyond its end', `${more} ${later} ${later}`, 'This'],
  ['Esc drops it', `${more} escape`, undefined],
  ['a verdict uses it up', `${more} 3`, undefined],
])('text selected by word, %s: %s', async (_, keys, text) => {
  const session = await onTrace(2);
  await session.press(keys);
  expect(selectedText(session)).toBe(text);
});

test.each<[string, string, string[]]>([
  ['3 keeps what is selected', `${more} ${more} 3`, ['This is']],
  ['1 keeps nothing', `${more} 1`, []],
  ['2 keeps nothing', `${more} 2`, []],
  ['a second stretch is added', `${more} 3 k ${less} 3`, ['This', '.']],
  ['stretches that touch become one', `${more} ${more} 3 k ${more} ${more} ${more} 3`, ['This is step']],
  ['another verdict takes them away', `${more} 3 k 1`, []],
  ['clearing takes them away', `${more} 3 k 0`, []],
  ['undo brings them back', `${more} 3 k 1 z`, ['This']],
  ['what was selected in another step is not kept', `${more} j 3`, []],
])('error span, %s: %s', async (_, keys, spans) => {
  const session = await onTrace(3);
  await session.press(keys);
  expect(spansOf(session, 1)).toEqual(spans);
});

test('a verdict with its span is one change and one undo', async () => {
  const session = await onTrace(2);
  await session.press(`${more} ${more} 3`);
  expect((await session.log()).map(({ command, edits }) => `${command} ${edits.length}`)).toEqual([
    'judge.erroneous 1',
  ]);
  await session.press('z');
  expect([session.shown(), spansOf(session, 1)]).toEqual(['>u u', []]);
});

test('text selected by hand makes its step the active one', async () => {
  const session = await onTrace(3);
  const { start } = readerOf(session).steps[2]!;
  session.app.actions.selectText(2, { start, end: start + 4 });
  await session.press('3');
  expect([session.shown(), spansOf(session, 3)]).toEqual(['u u >e', ['This']]);
});

const correctionOf = (session: Session) => {
  const { passages } = session.app.store.getState().annotation.annotations;
  return passages.get(readerOf(session).steps[0]!.id)?.judgement.correction;
};

test.each<[string, (session: Session) => void, string | undefined, string[]]>([
  ['Ctrl+Enter keeps it', (s) => s.app.actions.finishTyping('Better.'), 'Better.', ['judge.rewrite']],
  ['Esc keeps nothing', (s) => s.app.actions.finishTyping(undefined), undefined, []],
  ['the same text is no rewrite', (s) => s.app.actions.finishTyping('This is step 1 of it.'), undefined, []],
  [
    'the command keeps what was typed last',
    (s) => {
      s.app.actions.saveDraft('Bett');
      s.app.actions.saveDraft('Better.');
      s.tap('mod+enter', { place: 'typing' });
    },
    'Better.',
    ['judge.rewrite'],
  ],
])('rewrite: %s', async (_, leave, correction, commands) => {
  const session = await onTrace(2);
  await session.press('e');
  expect(readerOf(session)).toMatchObject({ mode: 'type', typing: 'rewrite' });
  leave(session);
  await session.settled();
  expect(readerOf(session)).toMatchObject({ mode: 'read', typing: undefined });
  expect(correctionOf(session)).toBe(correction);
  expect((await session.log()).map(({ command }) => command)).toEqual(commands);
});

test('a rewrite back to the original is none, and undo brings it back', async () => {
  const session = await onTrace(2);
  await session.press('e');
  session.app.actions.finishTyping('Better.');
  await session.press('e');
  session.app.actions.finishTyping('This is step 1 of it.');
  await session.settled();
  expect(correctionOf(session)).toBeUndefined();
  await session.press('z');
  expect(correctionOf(session)).toBe('Better.');
});

/** What the trace as a whole was told, with step numbers from 1. */
function hindsight(session: Session): string {
  const { reader, annotation } = session.app.store.getState();
  const said = annotation.annotations.texts.get(reader!.open.trace.text);
  const number = (at: Parameters<typeof passageId>[0]) =>
    reader!.steps.findIndex(({ id }) => id === passageId(at)) + 1;
  return [
    ...(said?.correctedAt ?? []).map(([wrong, fix]) => `${number(wrong)}→${number(fix)}`),
    ...(said?.stopAt === undefined ? [] : [`stop ${number(said.stopAt)}`]),
    ...(said?.ledNowhere ?? []).map((at) => `nowhere ${number(at)}`),
    ...(said?.verdict === undefined ? [] : [said.verdict]),
  ].join(' ');
}
const inPick = (session: Session, keys: string) => session.press(keys, 'pick');

test.each<[string, string, string, string, string]>([
  ['R on the wrong step', '3 k r', 'enter', '1→2', '>e u u u'],
  ['R a step on is about the last error', '3 r', 'enter', '1→2', 'e >u u u'],
  ['further on', '3 r', 'j arrowdown enter', '1→4', 'e >u u u'],
  ['the numpad picks', '3 r', 'numpadadd numpadenter', '1→3', 'e >u u u'],
  ['Esc leaves without', '3 r', 'j escape', '', 'e >u u u'],
  ['not before the wrong step', 'j 3 r', 'home enter', '', '>u e u u'],
  ['S here', 'j s', 'enter', 'stop 2', 'u >u u u'],
  ['S further on', 's', 'end enter', 'stop 4', '>u u u u'],
  ['verdict keys do nothing meanwhile', 's', '1 3 f a 0 enter', 'stop 1', '>u u u u'],
])('%s: %s, then %s', async (_, keys, picked, said, shown) => {
  const session = await onTrace(4);
  await session.press(keys);
  await inPick(session, picked);
  expect([hindsight(session), session.shown()]).toEqual([said, shown]);
});

test('picking names its mode and ends in reading', async () => {
  const session = await onTrace(4);
  await session.press('3 r');
  expect(readerOf(session)).toMatchObject({ mode: 'pick', picking: { what: 'correctedAt', wrong: 0 } });
  await inPick(session, 'enter');
  expect(readerOf(session)).toMatchObject({ mode: 'read', picking: undefined });
});

test('the same step picked again takes it back, another takes its place', async () => {
  const session = await onTrace(4);
  await session.press('3 r');
  await inPick(session, 'enter');
  await session.press('r');
  await inPick(session, 'j enter');
  expect(hindsight(session)).toBe('1→3');
  await session.press('r');
  await inPick(session, 'j enter');
  expect(hindsight(session)).toBe('');
});

test('R without an error says what to do, on the last step that nothing can correct it', async () => {
  const session = await onTrace(2);
  const said = () => session.app.store.getState().announcement;
  await session.press('r');
  expect(said()).toBe('Mark a step erroneous first.');
  await session.press('j 3 r');
  expect([said(), readerOf(session).mode]).toEqual([
    'This is the last step: nothing behind it can correct it.',
    'read',
  ]);
});

test('led nowhere and the verdict on the trace toggle; each is one undo', async () => {
  const session = await onTrace(2);
  const run = async (id: string) => {
    session.platform.advance(1000);
    session.app.run(id);
    await session.settled();
    return hindsight(session);
  };
  expect(await run('hindsight.ledNowhere')).toBe('nowhere 1');
  expect(await run('trace.erroneous')).toBe('nowhere 1 erroneous');
  expect(await run('trace.correct')).toBe('nowhere 1 correct');
  expect(await run('trace.correct')).toBe('nowhere 1');
  await session.press('z z');
  expect(hindsight(session)).toBe('nowhere 1 erroneous');
  await session.press('z z');
  expect(hindsight(session)).toBe('');
});

test('hindsight belongs to one text: another rollout with the same step has none', async () => {
  const session = await startSession();
  const shared = stepTexts(2, 'shared');
  const file = await session.open('two.jsonl', [
    attempt('Why?', [...shared, 'One end.']),
    attempt('Why?', [...shared, 'Another end.']),
  ]);
  await session.go(file, 0);
  await session.press('s');
  await inPick(session, 'enter');
  await session.press('n');
  expect([session.place(), hindsight(session)]).toEqual(['row 1 step 1', '']);
});

test('ratings and tags are said of the step and of the trace, and taken back by the same value', async () => {
  const session = await onTrace(2);
  const { actions } = session.app;
  actions.rateStep('clarity', 3);
  actions.toggleTag('reflection');
  actions.rateTrace('quality', 5);
  await session.settled();
  const { passages, texts } = await foldOf(session);
  expect([...passages.values()].map(({ judgement }) => [judgement.ratings, judgement.tags])).toEqual([
    [{ clarity: 3 }, ['reflection']],
  ]);
  expect([...texts.values()].map(({ quality }) => quality)).toEqual([{ quality: 5 }]);
  actions.rateStep('clarity', 3);
  actions.toggleTag('reflection');
  actions.rateTrace('quality', 5);
  await session.settled();
  const after = await foldOf(session);
  expect([after.passages.size, after.texts.size]).toEqual([0, 0]);
});
