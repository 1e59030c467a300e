// A trace of 1,000 steps with maths: from the key that opens it to its first paint, and scrolling through it;
// beside it react-markdown, which draws every step, on the same steps in the same browser.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, preview } from 'vite';
import { openBrowser, openFile, quantile } from './chromium.mjs';
import { mathsSteps, traceOf } from './traces.mjs';

const STEPS = 1_000;
const ROUNDS = 5;

export async function bench({ folder, report }) {
  const path = join(folder, 'maths.jsonl');
  // The first row is opened before anything is measured: code that is loaded once a day is not a trace's cost.
  // No formula of a row stands in another, so none was typeset before.
  const rows = Array.from({ length: ROUNDS + 1 }, (_, i) => traceOf(mathsSteps(STEPS, 3 + i)));
  writeFileSync(path, rows.map((row) => `${row}\n`).join(''));
  const { page, context, close } = await openBrowser();
  await openFile(page, path);
  await page.keyboard.press('Enter');
  const list = page.getByRole('group', { name: 'Steps', exact: true });
  await list.waitFor();
  await list.focus();
  await list.locator('.katex').first().waitFor();
  await page.waitForTimeout(1500);

  const painted = [];
  for (let round = 0; round < ROUNDS; round++) {
    painted.push(await firstPaint(page));
    await page.waitForTimeout(1000);
  }
  const ours = quantile(painted, 0.5);
  report(
    '1,000 steps with maths, key to first paint, median',
    `${ours.toFixed(0)} ms`,
    '100 ms',
    ours <= 100,
  );
  const frames = await scrollThrough(page);
  const p95 = quantile(frames, 0.95);
  report('scrolling through them, frame interval, p95', `${p95.toFixed(1)} ms`, '20 ms', p95 <= 20);

  const theirs = await reactMarkdown(context, folder, mathsSteps(STEPS));
  const ratio = theirs / ours;
  report(
    `react-markdown, first paint ${theirs.toFixed(0)} ms: times ours`,
    `${ratio.toFixed(0)} ×`,
    '50 ×',
    ratio >= 50,
  );
  await close();
}

/** Opens the next trace by key; ms from the key event until its formulas in sight are typeset and painted. */
async function firstPaint(page) {
  await page.evaluate(() => {
    window.painted = new Promise((resolve) => {
      addEventListener(
        'keydown',
        (event) => {
          const before = document.querySelector('.steps');
          const look = () => {
            const now = document.querySelector('.steps');
            const isThere =
              now !== null &&
              now !== before &&
              now.querySelector('.katex') &&
              !now.querySelector('.md-tex, .md--plain');
            if (!isThere) return requestAnimationFrame(look);
            // A task behind the frame runs when that frame is painted.
            const { port1, port2 } = new MessageChannel();
            port1.onmessage = () => resolve(performance.now() - event.timeStamp);
            port2.postMessage(undefined);
          };
          requestAnimationFrame(look);
        },
        { once: true, capture: true },
      );
    });
  });
  await page.keyboard.press('n');
  return page.evaluate(() => window.painted);
}

/** Intervals between frames while the list is scrolled by a wheel's pace, down and half way back. */
function scrollThrough(page) {
  return page.evaluate(
    () =>
      new Promise((resolve) => {
        const list = document.querySelector('.steps');
        const intervals = [];
        let last;
        let top = list.scrollTop;
        const frame = (now) => {
          if (last !== undefined) intervals.push(now - last);
          last = now;
          top += intervals.length < 200 ? 60 : -60;
          list.scrollTop = top;
          if (intervals.length < 300) requestAnimationFrame(frame);
          else resolve(intervals);
        };
        requestAnimationFrame(frame);
      }),
  );
}

async function reactMarkdown(context, folder, steps) {
  const root = join(import.meta.dirname, 'reactMarkdown');
  const outDir = join(folder, 'react-markdown');
  await build({ root, configFile: false, logLevel: 'error', build: { outDir, target: 'es2023' } });
  const server = await preview({
    root,
    configFile: false,
    logLevel: 'error',
    build: { outDir },
    preview: { host: '127.0.0.1', port: 4181 },
  });
  const page = await context.newPage();
  await page.goto(server.resolvedUrls.local[0]);
  await page.waitForFunction(() => window.paintSteps !== undefined);
  const ms = await page.evaluate((texts) => window.paintSteps(texts), steps);
  await page.close();
  await server.close();
  return ms;
}
