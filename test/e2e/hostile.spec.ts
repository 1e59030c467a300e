// Trace text is hostile: whatever stands in it is shown as text or as maths, nothing runs, nothing is asked for.

import { HOSTILE_TEXTS } from '../ui/reader/hostileTexts';
import { expect, jsonl, test } from './stepmark';

// Everything but the 1 MB word, which is a step of its own.
const short = HOSTILE_TEXTS.filter((text) => text.length < 10_000);
const ROWS = [
  {
    id: short.slice(0, 20).join(' '),
    generator: HOSTILE_TEXTS[2],
    problem: short.join('\n\n'),
    steps: HOSTILE_TEXTS,
    final_answer_correct: true,
    label: 0,
  },
];

/** What is wider than its place: the page, the list of steps, the problem. */
const tooWide = () =>
  [document.documentElement, ...document.querySelectorAll('.steps, .side')]
    .filter((element) => element.scrollWidth > element.clientWidth + 1)
    .map((element) => `${element.className} ${document.querySelector('[aria-current=step]')?.id}`);

test('nothing executes, nothing is requested and the layout holds, in any text field of any screen', async ({
  stepmark,
}) => {
  const { page } = stepmark;
  await stepmark.open(jsonl('<img src=x onerror=globalThis.pwned=1>.jsonl', ROWS));
  await expect(page.getByText('<script>globalThis.pwned = 1</script>').first()).toBeVisible();
  const wide: string[] = [];
  for (let i = 0; i < HOSTILE_TEXTS.length; i++) {
    await stepmark.press('o', '3');
    wide.push(...(await page.evaluate(tooWide)));
  }
  await stepmark.press('Shift+V', 'Home', 'g');
  wide.push(...(await page.evaluate(tooWide)));
  await page.setViewportSize({ width: 390, height: 844 });
  wide.push(...(await page.evaluate(tooWide)));
  await page.setViewportSize({ width: 1280, height: 720 });
  expect(wide).toEqual([]);
  await stepmark.press('/');
  await page.keyboard.type('pwned');
  await expect(page.getByText(/^\d+ of \d+ here$/)).toBeVisible();
  await stepmark.press('Enter', 'Escape', 'Control+k');
  await expect(page.getByRole('dialog')).toBeVisible();
  await stepmark.press('Escape');
  await page.getByRole('link', { name: 'Traces' }).press('Enter');
  await expect(page.getByRole('grid', { name: 'Traces' })).toBeVisible();
  await page.getByRole('link', { name: 'Library', exact: true }).press('Enter');
  await expect(page.getByRole('heading', { name: 'Library' })).toBeVisible();
  await page.keyboard.press('Control+e');
  await expect(page.getByRole('heading', { name: 'Stepmark JSONL' })).toBeVisible();
  expect(await page.evaluate(() => (window as { pwned?: number }).pwned)).toBeUndefined();
  expect(await page.locator('a[href^="javascript:" i], img[src^="http"], iframe').count()).toBe(0);
});

test('the page’s policy binds the worker: it cannot reach another server, nor compile text', async ({
  page,
}) => {
  await page.goto('/');
  await expect(page.getByRole('main').getByRole('heading').first()).toBeVisible();
  const worker = page.workers()[0] ?? (await page.waitForEvent('worker'));
  const tried = await worker.evaluate(async () => {
    const fetched = await fetch('https://example.com/').then(
      () => 'reached',
      () => 'blocked',
    );
    // Later, since what the debugging protocol evaluates may compile text whatever the policy says.
    const compiled = await new Promise((resolve) => {
      setTimeout(() => {
        try {
          // That this throws is what is tested.
          // oxlint-disable-next-line typescript/no-implied-eval
          resolve(new Function('return "compiled"')());
        } catch {
          resolve('blocked');
        }
      });
    });
    return [fetched, compiled];
  });
  expect(tried).toEqual(['blocked', 'blocked']);
});
