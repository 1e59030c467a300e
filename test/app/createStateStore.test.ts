import { expect, test } from 'vitest';
import { createStateStore } from '../../src/app/createStateStore';
import type { AppState } from '../../src/app/state';

// Only the message is looked at.
const FIRST = { message: 'first' } as AppState;

function heard() {
  const store = createStateStore(FIRST);
  const told: string[] = [];
  const leave = store.subscribe((now, before) => told.push(`${before.message} → ${now.message}`));
  return { store, told, leave, say: (message: string) => store.setState({ message }) };
}

test('changes made together are told once, from the first state to the last', () => {
  const { store, told, say } = heard();
  store.together(() => {
    say('second');
    expect(store.getState().message).toBe('second');
    store.together(() => say('third'));
    expect(told).toEqual([]);
  });
  say('fourth');
  expect(told).toEqual(['first → third', 'third → fourth']);
});

test('what was changed before a failure is told, and nothing is told when nothing was changed', () => {
  const { store, told, say, leave } = heard();
  store.together(() => undefined);
  expect(() =>
    store.together(() => {
      say('second');
      throw new Error('a bug');
    }),
  ).toThrow('a bug');
  leave();
  say('third');
  expect(told).toEqual(['first → second']);
});
