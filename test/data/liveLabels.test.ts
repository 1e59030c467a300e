// A labels file on disk that is kept up to date: always whole, one tab at a time, over reloads.

import { expect, test } from 'vitest';
import { changeOf } from './tab';
import { OWN_MERIT } from '../../src/core/labels';
import type { ProblemKey, Protocol } from '../../src/core/model';
import { memoryAgreed } from '../../src/data/agreed';
import type { LiveFileState, SavePlace } from '../../src/data/api';
import { LiveLabels, type LiveFile } from '../../src/data/labelsFile/liveLabels';
import { MemoryChangeLog } from '../../src/data/log';

type Permission = Awaited<ReturnType<LiveFile['permission']>>;

class FileInHand implements LiveFile {
  readonly name = 'labels.jsonl';
  readonly handle = undefined as unknown as SavePlace;
  text = '';
  writes = 0;
  allowed: Permission = 'granted';
  fails: string | undefined;
  permission = () => Promise.resolve(this.allowed);
  askPermission = (): Promise<Permission> => Promise.resolve((this.allowed = 'granted'));
  async write(parts: AsyncIterable<string>): Promise<void> {
    let text = '';
    for await (const part of parts) text += part;
    if (this.fails !== undefined) throw new Error(this.fails);
    this.text = text;
    this.writes++;
  }
  /** How many changes it holds. */
  get changes(): number {
    return this.text.split('\n').filter((line) => line.includes('"kind":"change"')).length;
  }
}

/** What one browser shares between its tabs. */
class Browser {
  readonly log = new MemoryChangeLog();
  readonly agreed = memoryAgreed();
  remembered: LiveFile | undefined;
  private turn: Promise<void> = Promise.resolve();
  tab() {
    const due: (() => void)[] = [];
    const states: (LiveFileState | undefined)[] = [];
    const live = new LiveLabels({
      log: this.log,
      agreed: this.agreed,
      nowMs: () => 0,
      later: (_, run) => void due.push(run),
      alone: (work) => (this.turn = this.turn.then(work)),
      remembered: {
        read: () => Promise.resolve(this.remembered),
        save: (file) => {
          this.remembered = file;
          return Promise.resolve();
        },
      },
      onState: (state) => void states.push(state),
    });
    const settled = async () => {
      for (let turn = 0; turn < 3; turn++) await new Promise((resume) => setImmediate(resume));
    };
    return {
      live,
      states,
      status: () => states.at(-1)?.status,
      settled,
      /** Lets time pass. */
      async rest() {
        for (const run of due.splice(0)) run();
        await settled();
      },
    };
  }
  async judge(): Promise<void> {
    const n = (await this.log.lastN()) + 1;
    await this.log.add(changeOf(this.log.writer, n, 'problem' as ProblemKey, []));
  }
}

test('what was judged before is written at once, what comes later after a rest', async () => {
  const browser = new Browser();
  const file = new FileInHand();
  const tab = browser.tab();
  await browser.judge();
  await tab.live.choose(file);
  await tab.settled();
  expect([file.changes, tab.status()]).toEqual([1, 'written']);
  expect(JSON.parse(file.text.split('\n')[0]!)).toMatchObject({ kind: 'head' });
  for (let i = 0; i < 5; i++) {
    await browser.judge();
    tab.live.changed();
  }
  expect(file.changes).toBe(1);
  await tab.rest();
  expect([file.changes, file.writes]).toEqual([6, 2]);
});

test('its head carries the protocols of one’s own', async () => {
  const browser = new Browser();
  const file = new FileInHand();
  const protocol: Protocol = { ...OWN_MERIT, id: 'strict', bulk: false };
  await browser.agreed.save({ kind: 'protocol', id: 'strict', value: protocol });
  const tab = browser.tab();
  await tab.live.choose(file);
  await tab.settled();
  const { protocols } = JSON.parse(file.text.split('\n')[0]!) as { protocols: Protocol[] };
  expect(protocols).toContainEqual(protocol);
});

test('after a reload it goes on by itself where the browser still allows it', async () => {
  const browser = new Browser();
  const file = new FileInHand();
  browser.remembered = file;
  await browser.judge();
  const tab = browser.tab();
  await tab.live.start();
  await tab.settled();
  expect([file.changes, tab.status()]).toEqual([1, 'written']);
});

test('else it waits for the person, and says so', async () => {
  const browser = new Browser();
  const file = new FileInHand();
  file.allowed = 'prompt';
  browser.remembered = file;
  await browser.judge();
  const tab = browser.tab();
  await tab.live.start();
  tab.live.changed();
  await tab.rest();
  expect([file.writes, tab.status()]).toEqual([0, 'waits']);
  await tab.live.resume();
  await tab.settled();
  expect([file.changes, tab.status()]).toEqual([1, 'written']);
});

test('one tab writes at a time; the next goes on when it is through', async () => {
  const browser = new Browser();
  const file = new FileInHand();
  const [first, second] = [browser.tab(), browser.tab()];
  await first.live.choose(file);
  await first.settled();
  await second.live.start();
  await second.settled();
  expect([first.status(), second.status(), file.writes]).toEqual(['written', 'elsewhere', 1]);
});

test('a file that cannot be written is said, and tried again with the next change', async () => {
  const browser = new Browser();
  const file = new FileInHand();
  const tab = browser.tab();
  await tab.live.choose(file);
  await tab.settled();
  file.fails = 'The disk is full.';
  await browser.judge();
  tab.live.changed();
  await tab.rest();
  expect(tab.states.at(-1)).toMatchObject({
    status: 'failed',
    failure: expect.stringContaining('disk is full'),
  });
  file.fails = undefined;
  tab.live.changed();
  await tab.rest();
  expect([file.changes, tab.status()]).toEqual([1, 'written']);
});

test('stopped, it is forgotten and written no more', async () => {
  const browser = new Browser();
  const file = new FileInHand();
  const tab = browser.tab();
  await tab.live.choose(file);
  await tab.settled();
  await tab.live.stop();
  await browser.judge();
  tab.live.changed();
  await tab.rest();
  expect([file.changes, browser.remembered, tab.states.at(-1)]).toEqual([0, undefined, undefined]);
});
