// After one visit the page needs no network: it opens, reads a file and judges.

import { expect, jsonl, processbenchRow, test } from './stepmark';

test.use({ serviceWorkers: 'allow' });

test('without a network the page opens again, reads and keeps a verdict', async ({ stepmark, context }) => {
  const { page } = stepmark;
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await context.setOffline(true);
  await page.reload();
  await stepmark.open(jsonl('a.jsonl', [processbenchRow('a', ['One $x^2$.', 'Two.'])]));
  await stepmark.press('1', '3');
  await stepmark.saved();
  expect(Object.values(await stepmark.verdicts())).toEqual(['correct', 'erroneous']);
  // Formulas are typeset by a part of the page that no one had asked for before.
  await expect(page.locator('.katex').first()).toBeVisible();
});
