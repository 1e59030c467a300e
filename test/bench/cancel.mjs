// Cancelling a long task: from the press until a file is read no further and what was read can be used.
import { join } from 'node:path';
import { openBrowser, openFile } from './chromium.mjs';
import { writeTraces } from './traces.mjs';

export async function bench({ folder, report }) {
  const path = join(folder, 'cancelled.jsonl');
  await writeTraces(path, { rows: 100_000 });
  const { page, close } = await openBrowser();
  const times = [];
  for (let i = 0; i < 3; i++) {
    await openFile(page, path);
    await page.waitForTimeout(300);
    times.push(await page.evaluate(pressStop));
  }
  await page.getByRole('button', { name: 'All traces' }).click();
  const grid = page.getByRole('grid', { name: 'Traces' });
  await grid.getByText('Problem 0:').first().waitFor();
  const rows = await grid.getAttribute('aria-rowcount');
  await close();
  const longest = Math.max(...times);
  console.log(`        stopped with ${Number(rows) - 1} of 100,000 traces in the table`);
  report(
    'cancel while a file is read: stopped, what was read is there',
    `${longest.toFixed(0)} ms`,
    '300 ms',
    longest <= 300,
  );
}

/** In the page: presses Stop; ms until the file is closed as far as it was read. */
function pressStop() {
  const button = (name) =>
    [...document.querySelectorAll('main button')].find((one) => one.textContent.startsWith(name));
  const stop = button('Stop and keep');
  if (stop === undefined) throw new Error('The file was read to the end before it could be cancelled.');
  return new Promise((resolve) => {
    const startedAt = performance.now();
    const watch = () => {
      if (button('All traces') === undefined) requestAnimationFrame(watch);
      else resolve(performance.now() - startedAt);
    };
    stop.click();
    watch();
  });
}
