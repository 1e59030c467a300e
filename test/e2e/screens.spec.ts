// Every screen: reachable by keyboard, without a serious finding of axe, in light and dark; links lead back.

import type { Page } from '@playwright/test';
import axe from 'axe-core';
import { expect, jsonl, processbenchRow, test, type Stepmark } from './stepmark';

async function findings(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  return page.evaluate(async () => {
    const { axe: loaded } = window as unknown as {
      axe: { run(): Promise<{ violations: { id: string; impact: string; nodes: { html: string }[] }[] }> };
    };
    const { violations } = await loaded.run();
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`);
  });
}

const rollouts = Array.from({ length: 6 }, (_, i) =>
  processbenchRow(
    `r${i}`,
    ['Shared $x^2$.', i < 3 ? 'Left.' : 'Right.', `Own ${i}.`],
    'The problem with $n$.',
  ),
);

const SCREENS: [string, (stepmark: Stepmark) => Promise<void>][] = [
  ['first run', async () => undefined],
  ['reader', async (s) => s.open(jsonl('r.jsonl', rollouts)).then(() => s.press('1', '3', '4'))],
  [
    'tree',
    async (s) => {
      await s.open(jsonl('r.jsonl', rollouts));
      await s.press('1', 't');
      await expect(s.page.getByRole('img', { name: /tree/i })).toBeVisible();
    },
  ],
  [
    'traces',
    async (s) => {
      await s.open(jsonl('r.jsonl', rollouts));
      await s.page.getByRole('link', { name: 'Traces' }).press('Enter');
      await expect(s.page.getByRole('grid', { name: 'Traces' })).toBeVisible();
    },
  ],
  [
    'open, with a fault',
    async (s) => {
      await s.open({
        name: 'f.jsonl',
        mimeType: '',
        buffer: Buffer.from(`${JSON.stringify(rollouts[0])}\n{"half`),
      });
      await s.page.goBack();
      await expect(s.page.getByRole('table')).toBeVisible();
    },
  ],
  [
    'library',
    async (s) => {
      await s.open(jsonl('r.jsonl', rollouts));
      await s.page.getByRole('link', { name: 'Library', exact: true }).press('Enter');
      await expect(s.page.getByText('r.jsonl').first()).toBeVisible();
    },
  ],
  [
    'export',
    async (s) => {
      await s.open(jsonl('r.jsonl', rollouts));
      await s.press('1', 'Control+e');
      await s.page.getByRole('button', { name: /^TRL/ }).press('Enter');
      await expect(s.page.getByRole('radiogroup', { name: 'Not judged' })).toBeVisible();
    },
  ],
  [
    'commands',
    async (s) => {
      await s.press('Control+k');
      await expect(s.page.getByRole('dialog')).toBeVisible();
    },
  ],
];

for (const theme of ['light', 'dark'] as const) {
  for (const [name, go] of SCREENS) {
    test(`${name}, ${theme}: no serious finding`, async ({ stepmark }) => {
      await stepmark.page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
      await go(stepmark);
      expect(await findings(stepmark.page)).toEqual([]);
    });
  }
}

test('a link leads to the step; without the file it says which one to drop', async ({
  stepmark,
  freshProfile,
}) => {
  await stepmark.open(jsonl('linked.jsonl', rollouts));
  await stepmark.press('n', 'j', 'j');
  await expect(stepmark.page).toHaveURL(/\/2\/[0-9a-f]{32}\.\d+$/);
  const hash = new URL(stepmark.page.url()).hash;
  await stepmark.page.getByRole('link', { name: 'Library', exact: true }).press('Enter');
  await stepmark.page.evaluate((to) => (location.hash = to), hash);
  await expect(stepmark.steps).toBeVisible();
  await expect(stepmark.page.getByText(/step 3 of 3|^3$/i).first()).toBeVisible();
  const other = await freshProfile();
  await other.page.evaluate((to) => (location.hash = to), hash);
  await expect(other.page.getByText(/linked\.jsonl/).first()).toBeVisible();
});

test('the TRL and ProcessBench exports hold what the policies say', async ({ stepmark }) => {
  await stepmark.open(jsonl('r.jsonl', rollouts.slice(0, 1)));
  await stepmark.press('1', '2', '3');
  await stepmark.saved();
  const trl = await stepmark.export('TRL stepwise', {
    'Redundant steps': '−100, masked',
    'After the first error': 'masked',
    'Not judged': 'masked',
  });
  expect(JSON.parse(trl.buffer.toString())).toEqual({
    prompt: 'The problem with $n$.',
    completions: ['Shared $x^2$.', 'Left.', 'Own 0.'],
    labels: [1, -100, 0],
  });
  const bench = await stepmark.export('ProcessBench');
  expect(JSON.parse(bench.buffer.toString())).toMatchObject({
    id: 'r0',
    label: 2,
    final_answer_correct: true,
  });
});
