// What a key costs and what it writes.

import { expect, jsonl, processbenchRow, test } from './stepmark';

const twenty = Array.from({ length: 20 }, (_, i) => `Step ${i + 1} says that ${i} + 1 = ${i + 1}.`);

for (const keypad of ['keyboard', 'numpad alone'] as const) {
  test(`by ${keypad}: a 20-step trace with two categories takes 23 key presses, the next trace is open after them`, async ({
    stepmark,
  }) => {
    await stepmark.open(jsonl('twenty.jsonl', [processbenchRow('a', twenty), processbenchRow('b', twenty)]));
    const keys = ['1', '1', '3', '4', ...Array(7).fill('1'), '2', '5', ...Array(9).fill('1'), 'Enter'];
    expect(keys).toHaveLength(23);
    const spelled = (key: string) => (keypad === 'keyboard' ? key : `Numpad${key}`);
    await stepmark.press(...(keys as string[]).map(spelled));
    await expect(stepmark.page).toHaveURL(/\/2\//);
    await stepmark.saved();
    expect(await stepmark.log()).toHaveLength(23);
    const said = Object.values(await stepmark.verdicts());
    expect(said).toHaveLength(20);
    expect(said.filter((verdict) => verdict !== 'correct')).toEqual([
      'erroneous calculation',
      'redundant irrelevant',
    ]);
  });
}

test('under stop the first error, once reached, takes two key presses', async ({ stepmark }) => {
  await stepmark.press('Control+k');
  const sheet = stepmark.page.getByRole('dialog');
  await expect(sheet.getByPlaceholder('Filter commands')).toBeFocused();
  await stepmark.page.keyboard.type('stop at the first error');
  await expect(sheet.getByRole('option')).toHaveCount(1);
  await stepmark.press('Enter');
  await expect(sheet).toBeHidden();
  await stepmark.open(jsonl('twenty.jsonl', [processbenchRow('a', twenty), processbenchRow('b', twenty)]));
  await stepmark.press('j', 'j', 'j', 'j');
  await stepmark.press('f', 'Enter');
  await expect(stepmark.page).toHaveURL(/\/2\//);
  await stepmark.saved();
  expect(Object.values(await stepmark.verdicts())).toEqual([
    'correct',
    'correct',
    'correct',
    'correct',
    'erroneous',
  ]);
  const log = await stepmark.log();
  expect(log).toHaveLength(2);
  expect(log[1]!.edits[0]).toMatchObject({ on: 'text', after: { finish: 'done' } });
});

test('64 rollouts that part at step 3: step 2 judged in one counts in all, is one record and one undo', async ({
  stepmark,
}) => {
  const rollouts = Array.from({ length: 64 }, (_, i) =>
    processbenchRow(`r${i}`, ['Shared one.', 'Shared two.', `Own ${i}.`, 'End.'], 'The problem'),
  );
  await stepmark.open(jsonl('rollouts.jsonl', rollouts));
  await stepmark.press('j', '1');
  await stepmark.saved();
  expect(await stepmark.log()).toHaveLength(1);
  const { page } = stepmark;
  await page.getByRole('link', { name: 'Traces' }).press('Enter');
  const grid = page.getByRole('grid', { name: 'Traces' });
  await expect(grid.getByText('1/4')).not.toHaveCount(0);
  const shown = await grid.getByRole('row').count();
  await expect(grid.getByText('1/4')).toHaveCount(shown - 1);
  await grid.focus();
  await page.keyboard.press('End');
  await expect(grid.locator('[aria-rowindex="65"]').getByText('1/4')).toBeVisible();
  await page.keyboard.press('z');
  await expect(stepmark.steps.or(grid)).toBeVisible();
  await expect.poll(() => stepmark.verdicts()).toEqual({});
  expect(await stepmark.log()).toHaveLength(2);
});

test('keys do nothing while a comment is typed, and the comment is one change', async ({ stepmark }) => {
  await stepmark.open(jsonl('one.jsonl', [processbenchRow('a', ['One.', 'Two.'])]));
  await stepmark.press('c');
  await stepmark.page.keyboard.type('1 2 3 is not a verdict here');
  await stepmark.press('Control+Enter');
  await stepmark.saved();
  const log = await stepmark.log();
  expect(log).toHaveLength(1);
  expect(log[0]!.edits[0]).toMatchObject({
    after: { comment: '1 2 3 is not a verdict here', categories: [] },
  });
  expect(await stepmark.verdicts()).toEqual({});
});

test('fast keys lose no verdict', async ({ stepmark }) => {
  await stepmark.open(jsonl('twenty.jsonl', [processbenchRow('a', twenty)]));
  // In one task, as fast as a page can get them: no key waits for the write of the one before.
  await stepmark.page.evaluate(() => {
    for (let i = 0; i < 20; i++) {
      const key = String((i % 3) + 1);
      const init = { key, code: `Digit${key}`, bubbles: true, cancelable: true };
      document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', init));
    }
  });
  await expect.poll(async () => Object.keys(await stepmark.verdicts()).length).toBe(20);
});
