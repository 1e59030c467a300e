// 100,000 traces: sorting and filtering happen in the worker, the page's main thread stays free.
import { join } from 'node:path';
import { openBrowser, openFile, splitOf, traceMainThread } from './chromium.mjs';
import { writeTraces } from './traces.mjs';

export async function bench({ folder, report }) {
  const path = join(folder, 'traces.jsonl');
  const bytes = await writeTraces(path, { rows: 100_000 });
  const { page, close } = await openBrowser();
  const startedAt = performance.now();
  await openFile(page, path);
  const firstMs = performance.now() - startedAt;
  await page.getByText(/read to the end/).waitFor({ timeout: 300_000 });
  const allMs = performance.now() - startedAt;
  console.log(
    `        ${(bytes / 1e6).toFixed(0)} MB: first trace ready after ${firstMs.toFixed(0)} ms, all after ${allMs.toFixed(0)} ms`,
  );
  await page.getByRole('link', { name: 'Traces', exact: true }).click();
  const grid = page.getByRole('grid', { name: 'Traces' });
  await grid.getByText('Problem 0:').first().waitFor();
  // Places are looked up before: a locator's own search runs on the thread that is measured.
  const centreOf = async (locator) => {
    const box = await locator.boundingBox();
    return [box.x + box.width / 2, box.y + box.height / 2];
  };
  const heads = [];
  for (const column of ['Steps', 'Generator', 'Steps']) {
    heads.push(await centreOf(page.getByRole('columnheader', { name: column }).getByRole('button')));
  }
  const sorting = await traceMainThread(page, async () => {
    for (const [x, y] of heads) {
      await page.mouse.click(x, y);
      await page.waitForTimeout(1500);
    }
  });
  console.log(`        longest task while sorting: ${splitOf(sorting)} ms`);
  report('100k traces: page blocked while sorting', ms(sorting.longestMs), '16 ms', sorting.longestMs <= 16);

  await page.getByPlaceholder(/Filter by problem/).focus();
  const filtering = await traceMainThread(page, async () => {
    for (const key of 'problem 12') {
      await page.keyboard.press(key === ' ' ? 'Space' : key);
      await page.waitForTimeout(120);
    }
    await page.waitForTimeout(1500);
  });
  await page.getByText(/of 100,000 traces/).waitFor();
  console.log(`        longest task while filtering: ${splitOf(filtering)} ms`);
  report(
    '100k traces: page blocked while filtering',
    ms(filtering.longestMs),
    '16 ms',
    filtering.longestMs <= 16,
  );
  await close();
}

const ms = (value) => `${value.toFixed(1)} ms`;
