// How a file is read, against the raw limit of the same bytes in the same run: its slices read to nothing in a worker.
// Rows are as long as reasoning models write them; what rows of 1 KB cost is said beside it.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { openBrowser, startOpening } from './chromium.mjs';
import { arrayOf, repeat } from './largeFiles.mjs';
import { choose, prepare } from './readingPage.mjs';
import { allTargets } from './targets.mjs';
import { writeRollouts, writeTraces } from './traces.mjs';

const MB = 1 << 20;
const ROUNDS = 2;
/** Long enough that a thread that has to begin does not count. */
const WHOLE_MB = 200;
const SAMPLE_MS = 250;
const PICKING_MS = 1000;

export async function bench({ folder, report }) {
  const rollouts = join(folder, 'rollouts.jsonl');
  const short = join(folder, 'short.jsonl');
  await writeRollouts(rollouts, { bytes: 100 * MB });
  await writeTraces(short, { bytes: 100 * MB });
  const browser = await openBrowser();
  const { page } = browser;
  await prepare(page);
  await wholeFile({ page, path: repeat(rollouts, large(folder), WHOLE_MB * MB), report });
  await wholeFile({ page, path: repeat(short, large(folder), WHOLE_MB * MB) });
  await wholeArray({ page, from: rollouts, folder, report });
  await page.close();
  await throughThePage({ browser, name: '200 MB', path: repeat(rollouts, large(folder), 200 * MB), report });
  const twoGb = { browser, name: '2 GB', path: repeat(rollouts, large(folder), 2048 * MB), report };
  await throughThePage(twoGb);
  await throughThePage({ browser, name: '2 GB of 1 KB rows', path: repeat(short, large(folder), 2048 * MB) });
  await browser.close();
}

const large = (folder) => join(folder, 'large.jsonl');

/** Without `report` the figures are only said. */
async function wholeFile({ page, path, report }) {
  await choose(page, path);
  const rounds = { raw: [], stream: [], one: [], two: [] };
  for (let round = 0; round < ROUNDS; round += 1) {
    rounds.raw.push(await page.evaluate(() => window.reading.raw()));
    rounds.stream.push(await page.evaluate(() => window.reading.stream()));
    for (const [name, cores] of [
      ['one', 1],
      ['two', 2],
    ])
      rounds[name].push((await page.evaluate((n) => window.reading.index(n), cores)).ms);
  }
  // What disturbs a run only makes it slower.
  const [raw, stream, one, two] = ['raw', 'stream', 'one', 'two'].map((name) => Math.min(...rounds[name]));
  const ms = (value) => `${value.toFixed(0)} ms`;
  console.log(
    `        ${WHOLE_MB} MB, rows of ${report ? '8' : '1'} KB: slices ${ms(raw)}, streamed ${ms(stream)}, ` +
      `indexed ${ms(one)} with one thread, ${ms(two)} with two` +
      (report ? '' : ` (${(raw / one).toFixed(2)} and ${(raw / two).toFixed(2)} × raw)`),
  );
  rmSync(path);
  if (report === undefined) return;
  ratio(report, 'JSON Lines indexed, 1 reading thread / raw', raw / one, 0.35);
  ratio(report, 'JSON Lines indexed, 2 reading threads / raw', raw / two, 0.55);
}

async function wholeArray({ page, from, folder, report }) {
  const path = join(folder, 'array.json');
  const expected = arrayOf(from, path, 600 * MB);
  await choose(page, path);
  const raw = await page.evaluate(() => window.reading.raw());
  const { ms, records, container } = await page.evaluate(() => window.reading.index(2));
  console.log(`        array of 600 MB: slices ${raw.toFixed(0)} ms, indexed ${ms.toFixed(0)} ms`);
  ratio(report, 'one array of 600 MB on one line / raw', raw / ms, 0.3);
  report('its records', `${records}`, `${expected}`, records === expected && container === 'json-array');
  rmSync(path);
}

/** As a person opens it: from the choice in the picker until the first trace can be read; heap until the end. */
async function throughThePage({ browser, name, path, report }) {
  const page = await browser.newPage();
  // Nobody finds a file in the picker faster than that; until then the page is still starting.
  await page.waitForTimeout(PICKING_MS);
  const targets = await allTargets(page);
  const heap = { peak: 0 };
  const timer = setInterval(() => void sample(targets, heap), SAMPLE_MS);
  const { firstMs, whenRead } = await startOpening(page, path);
  const allMs = await whenRead();
  clearInterval(timer);
  await sample(targets, heap);
  const peak = heap.peak / 1e6;
  console.log(`        ${name}: first after ${firstMs.toFixed(0)} ms, all ${allMs.toFixed(0)} ms`);
  if (report === undefined)
    console.log(`        page and workers while ${name} are read, heap: ${peak.toFixed(0)} MB`);
  else {
    report(`first trace of ${name}`, `${firstMs.toFixed(0)} ms`, '500 ms', firstMs <= 500);
    report(`page and workers while ${name} are read, heap`, `${peak.toFixed(0)} MB`, '300 MB', peak <= 300);
  }
  // Before the file is copied into the library, which nobody waits for.
  await page.close();
  rmSync(path);
}

const ratio = (report, name, value, bound) => report(name, value.toFixed(2), `${bound}`, value >= bound);

/** Heap, embedder and array buffers of the page and every worker that lives. */
async function sample(targets, heap) {
  const answers = await targets.send('Runtime.getHeapUsage').catch(() => []);
  const sum = answers
    .filter((one) => one !== undefined)
    .reduce(
      (bytes, one) => bytes + one.usedSize + (one.embedderHeapUsedSize ?? 0) + (one.backingStorageSize ?? 0),
      0,
    );
  heap.peak = Math.max(heap.peak, sum);
}
