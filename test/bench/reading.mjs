// How a file is read, against the raw limit of the same bytes in the same run: its slices read to nothing in a worker.
import { closeSync, openSync, readSync, rmSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { openBrowser } from './chromium.mjs';
import { choose, prepare } from './readingPage.mjs';
import { allTargets } from './targets.mjs';
import { writeTraces } from './traces.mjs';

const MB = 1 << 20;
const ROUNDS = 3;

export async function bench({ folder, report }) {
  const lines = join(folder, 'lines.jsonl');
  await writeTraces(lines, { rows: 100_000 });
  const { page, close } = await openBrowser();
  await prepare(page);
  await linesAndFirst({ page, lines, folder, report });
  await arrayOf({ page, lines, folder, report });
  await close();
}

async function linesAndFirst({ page, lines, folder, report }) {
  await choose(page, lines);
  const raw = await best(() => page.evaluate(() => window.reading.raw()));
  for (const [cores, bound] of [
    [1, 0.35],
    [2, 0.55],
  ]) {
    const ms = await best(async () => (await page.evaluate((n) => window.reading.index(n), cores)).ms);
    ratio(report, `JSON Lines indexed, ${cores} reading thread${cores > 1 ? 's' : ''}`, raw / ms, bound);
  }
  for (const [name, megabytes] of [
    ['200 MB', 200],
    ['2 GB', 2048],
  ]) {
    const path = join(folder, 'large.jsonl');
    repeat(lines, path, megabytes * MB);
    await choose(page, path);
    const targets = await allTargets(page);
    const heap = { peak: 0 };
    const timer = setInterval(() => void sample(targets, heap), 500);
    const { firstMs, rows, faultCount } = await page.evaluate(() => window.reading.index(2));
    clearInterval(timer);
    await sample(targets, heap);
    report(`first trace of ${name}`, `${firstMs.toFixed(0)} ms`, '500 ms', firstMs <= 500);
    if (megabytes > 1000) {
      const peak = heap.peak / 1e6;
      report(`page and workers while ${name} are read, heap`, `${peak.toFixed(0)} MB`, '300 MB', peak <= 300);
    }
    console.log(`        ${rows} rows, ${faultCount} faults`);
    rmSync(path);
  }
}

async function arrayOf({ page, lines, folder, report }) {
  const path = join(folder, 'array.json');
  const expected = asArray(lines, path, 600 * MB);
  await choose(page, path);
  const raw = await page.evaluate(() => window.reading.raw());
  const { ms, records, container } = await page.evaluate(() => window.reading.index(2));
  ratio(report, 'one array of 600 MB on one line', raw / ms, 0.3);
  report('its records', `${records}`, `${expected}`, records === expected && container === 'json-array');
  rmSync(path);
}

/** The best of a few runs: what disturbs a run only makes it slower. */
async function best(run) {
  const times = [];
  for (let i = 0; i < ROUNDS; i += 1) times.push(await run());
  return Math.min(...times);
}

const ratio = (report, name, value, bound) =>
  report(`${name} / raw`, value.toFixed(2), `${bound}`, value >= bound);

/** Heap, embedder and array buffers of the page and every worker that lives. */
async function sample(targets, heap) {
  const answers = await targets.send('Runtime.getHeapUsage');
  const sum = answers
    .filter((one) => one !== undefined)
    .reduce(
      (bytes, one) => bytes + one.usedSize + (one.embedderHeapUsedSize ?? 0) + (one.backingStorageSize ?? 0),
      0,
    );
  heap.peak = Math.max(heap.peak, sum);
}

/** Blocks of whole lines until it is as long; ids differ from block to block, so that texts do not repeat. */
function repeat(from, to, sizeBytes) {
  const block = readWhole(from);
  const file = openSync(to, 'w');
  for (let written = 0, n = 0; written < sizeBytes; n += 1) {
    mark(block, n);
    written += writeSync(file, block);
  }
  closeSync(file);
}

/** Line ends become commas: one element each. */
function asArray(from, to, sizeBytes) {
  const block = readWhole(from);
  let count = 0;
  for (let at = block.indexOf(10); at >= 0; at = block.indexOf(10, at + 1)) {
    block[at] = 44;
    count += 1;
  }
  const file = openSync(to, 'w');
  writeSync(file, '[');
  let written = 0;
  let blocks = 0;
  for (; written < sizeBytes; blocks += 1) written += writeSync(file, block);
  writeSync(file, ']');
  closeSync(file);
  cutLastComma(to);
  return count * blocks;
}

function cutLastComma(path) {
  const file = openSync(path, 'r+');
  writeSync(file, ' ', statSync(path).size - 2);
  closeSync(file);
}

/** Every line begins its problem with "Problem "; the word is as long with a number in it. */
function mark(block, n) {
  const name = Buffer.from(`P${String(n).padStart(6, '0')}`);
  if (n > 0)
    for (let at = block.indexOf(before(n)); at >= 0; at = block.indexOf(before(n), at + 7))
      name.copy(block, at);
}

const before = (n) => Buffer.from(n === 1 ? 'Problem' : `P${String(n - 1).padStart(6, '0')}`);

function readWhole(path) {
  const { size } = statSync(path);
  const bytes = Buffer.alloc(size);
  const file = openSync(path, 'r');
  for (let at = 0; at < size;) at += readSync(file, bytes, at, size - at, at);
  closeSync(file);
  return bytes;
}
