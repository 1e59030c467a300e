// Trace text is hostile: whatever stands in it is shown as text or as maths, nothing runs, nothing is asked for.

import { expect, jsonl, test } from './stepmark';

const PAYLOADS = [
  '<script>window.pwned = 1</script>',
  '<img src="https://example.com/a.png" onerror="window.pwned = 1">',
  '<svg onload="window.pwned = 1"><a href="javascript:window.pwned = 1">x</a></svg>',
  '[a link](javascript:window.pwned=1) and <javascript:window.pwned=1>',
  '![tracked](https://example.com/pixel.gif)',
  '$\\href{javascript:window.pwned=1}{x}$ and $\\includegraphics{https://example.com/x.png}$',
  '$\\html@mathml{<img src=x onerror=window.pwned=1>}{y}$',
  '\u202Eevil\u202C bidi, lone surrogate \uD800 and a zero width\u200B space',
  '<iframe src="https://example.com"></iframe><style>body{display:none}</style>',
  '"><script>window.pwned = 1</script><a href="',
];
const all = PAYLOADS.join('\n\n');

const ROWS = [
  {
    id: all,
    generator: PAYLOADS[1],
    problem: all,
    steps: PAYLOADS,
    final_answer_correct: true,
    label: 0,
  },
];

test('nothing executes and nothing is requested, in any text field of any screen', async ({ stepmark }) => {
  const { page } = stepmark;
  await stepmark.open(jsonl('<img src=x onerror=window.pwned=1>.jsonl', ROWS));
  await expect(page.getByText('<script>window.pwned = 1</script>').first()).toBeVisible();
  for (let i = 0; i < PAYLOADS.length; i++) await stepmark.press('3');
  await stepmark.press('Shift+V', 'g', 'Control+k');
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
