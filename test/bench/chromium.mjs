// The built page in a real Chromium, and what the debugging protocol says of its main thread.
import { basename } from 'node:path';
import { chromium } from '@playwright/test';
import { preview } from 'vite';
import { findChromium } from '../../scripts/chromium.mjs';

export async function openBrowser() {
  const server = await preview({ preview: { host: '127.0.0.1', port: 4180 }, logLevel: 'error' });
  const browser = await chromium.launch({
    executablePath: findChromium(),
    args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'],
  });
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    serviceWorkers: 'block',
  });
  const address = server.resolvedUrls.local[0];
  const newPage = async () => {
    const page = await context.newPage();
    await page.goto(address);
    page.on('filechooser', () => undefined);
    await page.getByRole('main').getByRole('heading').first().waitFor();
    return page;
  };
  const page = await newPage();
  const close = async () => {
    await browser.close();
    await server.close();
  };
  return { page, newPage, context, address, close };
}

const pickFile = async (page) => {
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.keyboard.press('Control+o')]);
  return chooser;
};

/** ms from the choice in the picker until the first trace can be read; `whenRead`: until all is read. */
export async function startOpening(page, path) {
  const chooser = await pickFile(page);
  await page.evaluate(watchOpening);
  const startedAt = Date.now();
  await chooser.setFiles(path);
  const firstMs = (await page.evaluate(() => window.opening.first)) - startedAt;
  const whenRead = async () => (await page.evaluate(() => window.opening.all)) - startedAt;
  return { firstMs, whenRead };
}

/** In the page, by the clock that the benchmark has too. */
function watchOpening() {
  const button = (name) =>
    [...document.querySelectorAll('main button')].find(
      (one) => one.textContent.startsWith(name) && !one.disabled && one.ariaDisabled !== 'true',
    );
  const until = (isThere) =>
    new Promise((resolve) => {
      const look = () => {
        if (isThere()) resolve(Date.now());
        else requestAnimationFrame(look);
      };
      look();
    });
  const first = until(() => button('Read the first trace'));
  window.opening = {
    first,
    all: first.then(() => until(() => button('All traces'))),
  };
}

/** Through the file picker; the first trace can be read when it resolves. */
export async function openFile(page, path) {
  const chooser = await pickFile(page);
  await chooser.setFiles(path);
  // Not the button of the file that was open before.
  await page.getByRole('main').getByText(basename(path)).first().waitFor();
  await page
    .getByRole('button', { name: /^Read the first trace/, disabled: false })
    .waitFor({ timeout: 120_000 });
}

/** Traces the page while `run` runs: its longest task and what it went into, ms of the main thread. */
export async function traceMainThread(page, run) {
  return longestTaskOf(await eventsOfMainThread(page, run, ['toplevel', 'devtools.timeline']));
}

/** ms of the main thread that the page's script took for each event of this type while `run` ran. */
export async function traceEvents(page, type, run) {
  const events = await eventsOfMainThread(page, run, ['devtools.timeline']);
  return events
    .filter(({ name, args }) => name === 'EventDispatch' && args?.data?.type === type)
    .map(({ tdur }) => tdur / 1000);
}

async function eventsOfMainThread(page, run, includedCategories) {
  const session = await page.context().newCDPSession(page);
  const events = [];
  session.on('Tracing.dataCollected', ({ value }) => events.push(...value));
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories },
  });
  await run();
  const ended = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve));
  await session.send('Tracing.end');
  await ended;
  await session.detach();
  const main = events.find((e) => e.name === 'thread_name' && e.args?.name === 'CrRendererMain');
  return events.filter((e) => e.pid === main?.pid && e.tid === main?.tid && e.ph === 'X');
}

function longestTaskOf(here) {
  const isTask = (e) => e.name === 'RunTask' || e.name === 'ThreadControllerImpl::RunTask';
  // The thread's own time: what other programs take from it meanwhile is no fault of the page.
  const tasks = here.filter(isTask).map((e) => ({ start: e.ts, end: e.ts + e.dur, ms: e.tdur / 1000 }));
  const longest = tasks.reduce((a, b) => (b.ms > a.ms ? b : a));
  const within = here.filter((e) => e.ts >= longest.start && e.ts + e.dur <= longest.end);
  const sum = (...names) =>
    within.filter(({ name }) => names.includes(name)).reduce((ms, { tdur }) => ms + tdur / 1000, 0);
  const split = {
    script: sum('FunctionCall', 'EvaluateScript'),
    layout: sum('UpdateLayoutTree', 'Layout', 'PrePaint'),
    paint: sum('Paint', 'Layerize', 'Commit'),
    // The browser's own tidying up, which no page can put off.
    garbage: sum('MajorGC', 'MinorGC'),
  };
  return { longestMs: longest.ms, split };
}

/** `script 3.1, layout 4.0, paint 2.2` of the longest task. */
export const splitOf = ({ split }) =>
  Object.entries(split)
    .map(([name, ms]) => `${name} ${ms.toFixed(1)}`)
    .join(', ');

export const quantile = (values, q) =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * q))];
