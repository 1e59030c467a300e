// Every screen: reachable by keyboard, without a serious finding of axe, in light and dark; links lead back.

import type { Page } from '@playwright/test';
import axe from 'axe-core';
import { expect, jsonl, processbenchRow, test, type Stepmark } from './stepmark';

interface Axe {
  run(
    context: object,
    options: object,
  ): Promise<{ violations: { id: string; impact: string; nodes: { html: string }[] }[] }>;
}

/** Serious ones, in light and in dark: of the second only colours can differ. */
async function findings(page: Page, part = 'body'): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  return page.evaluate(async (selector) => {
    const { axe: loaded } = window as unknown as { axe: Axe };
    const found: string[] = [];
    for (const theme of ['light', 'dark'] as const) {
      document.documentElement.dataset['theme'] = theme;
      const rules = theme === 'light' ? {} : { runOnly: ['color-contrast'] };
      const how = { ...rules, resultTypes: ['violations'] };
      const { violations } = await loaded.run({ include: [selector] }, how);
      for (const { impact, id, nodes } of violations) {
        if (impact === 'serious' || impact === 'critical')
          found.push(`${theme}, ${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`);
      }
    }
    delete document.documentElement.dataset['theme'];
    return found;
  }, part);
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

for (const [name, go] of SCREENS) {
  test(`${name}: no serious finding, light and dark`, async ({ stepmark }) => {
    await stepmark.page.emulateMedia({ reducedMotion: 'reduce' });
    await go(stepmark);
    expect(await findings(stepmark.page)).toEqual([]);
  });
}

/** Runs a command by its name, from the sheet. */
async function run({ page }: Stepmark, title: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: 'Commands' }).fill(title);
  await page.keyboard.press('Enter');
}
const shapes = [1, 2].map((i) => ({
  uid: i,
  ask: { words: `What is ${i} plus two?` },
  moves: [`Start at ${i}.`, 'Add two.'],
}));

/** What comes up over or beside a screen: how, what it is, and the keys that leave it. */
const LAYERS: [string, (s: Stepmark) => Promise<unknown>, string, string[]?][] = [
  ['list of categories', (s) => s.press('1', '3', '4', '9'), '.why__list', ['Escape', 'Escape']],
  ['guideline', (s) => s.press('h'), '.drawer', ['h']],
  ['history', (s) => run(s, 'History'), '.drawer', ['Escape']],
  ['splitter', (s) => run(s, 'Split into other'), '.drawer', ['Escape']],
  ['tray', (s) => run(s, 'have no step'), '.drawer', ['Escape']],
  ['find', (s) => s.press('/', 'o', 'w', 'n'), '.find', ['Escape']],
  ['comment', (s) => s.press('c'), '.dock', ['Escape']],
  ['rewrite', (s) => s.press('e'), '.dock textarea', ['Escape']],
  ['reason', (s) => run(s, 'Bad problem'), '.dock', ['Escape']],
  ['pick', (s) => s.press('s'), '.bar-tool--pick', ['Escape']],
  ['cut', (s) => s.press('x'), '.step--active', ['Escape']],
  [
    'reading menu',
    (s) => s.page.getByRole('button', { name: /^Reading/ }).click(),
    '.readmenu__in',
    ['Escape'],
  ],
  [
    'keys',
    async (s) => {
      await s.press('Control+k');
      await s.page.getByRole('button', { name: /Change keys/ }).click();
    },
    '.sheet',
    ['Escape'],
  ],
  [
    'notes at the finish',
    async (s) => {
      await s.steps.focus();
      await s.press('1', 'Enter', 'Enter');
    },
    '.status',
  ],
  ['compare', (s) => run(s, 'Compare with'), 'main'],
  ['panel of the table', (s) => run(s, 'Go to the traces'), 'main'],
  ['packs and their editor', (s) => run(s, 'Label packs'), '.packs__rules'],
  [
    'mapping',
    async (s) => {
      await s.open(jsonl('shapes.jsonl', shapes));
      await s.page.goBack();
      await s.page.getByRole('button', { name: 'Map fields myself' }).click();
    },
    'main',
  ],
];

test('drawers, docks, menus, dialogs: no serious finding, light and dark', async ({ stepmark }) => {
  const { page } = stepmark;
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await stepmark.open(jsonl('r.jsonl', rollouts));
  const found: Record<string, string[]> = {};
  for (const [name, go, part, leave = []] of LAYERS) {
    await go(stepmark);
    await expect(page.locator(part).first(), name).toBeVisible();
    const serious = await findings(page, part);
    if (serious.length > 0) found[name] = serious;
    await stepmark.press(...leave);
  }
  expect(found).toEqual({});
});

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
