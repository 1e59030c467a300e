// Parquet and gzip through the library's own threads, against the same libraries alone in the same browser.
import { createReadStream, createWriteStream, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { build } from 'vite';
import { openBrowser } from './chromium.mjs';
import { writeParquet } from './parquetFile.mjs';
import { choose, prepare } from './readingPage.mjs';
import { writeTraces } from './traces.mjs';

const ROUNDS = 3;
const ROWS = 100_000;

export async function bench({ folder, report }) {
  const lines = join(folder, 'lines.jsonl');
  await writeTraces(lines, { rows: ROWS });
  const { page, close } = await openBrowser();
  await prepare(page);
  const script = await librariesAlone(folder);
  const compare = async (kind, name, path, bound) => {
    await choose(page, path);
    const { aloneMs, ms, rows, faultCount } = await bestOf(page, kind, script);
    console.log(`        ${name}: ${ms.toFixed(0)} ms, alone ${aloneMs.toFixed(0)} ms`);
    const ratio = aloneMs / ms;
    report(`${name}, alone / read`, ratio.toFixed(2), `${bound}`, ratio >= bound && rows === ROWS);
    report(`${name}, its rows`, `${rows}`, `${ROWS}`, rows === ROWS && faultCount === 0);
    rmSync(path);
  };
  const parquet = join(folder, 'lines.parquet');
  await writeParquet(lines, parquet);
  await compare('parquet', 'Parquet (snappy)', parquet, 0.7);
  const gzip = join(folder, 'lines.jsonl.gz');
  await pipeline(createReadStream(lines), createGzip(), createWriteStream(gzip));
  await compare('gzip', 'JSON Lines in gzip', gzip, 0.6);
  await close();
}

/** Taken in turns; the best of a few runs, since what disturbs a run only makes it slower. */
async function bestOf(page, kind, script) {
  let best = { aloneMs: Infinity, ms: Infinity };
  for (let round = 0; round < ROUNDS; round += 1) {
    const aloneMs = await page.evaluate((request) => window.reading.alone(request), { kind, script });
    const read = await page.evaluate(() => window.reading.index(2));
    best = { ...read, aloneMs: Math.min(aloneMs, best.aloneMs), ms: Math.min(read.ms, best.ms) };
  }
  return best;
}

/** The libraries as one script. */
async function librariesAlone(folder) {
  const outDir = join(folder, 'alone');
  await build({
    configFile: false,
    logLevel: 'error',
    build: {
      outDir,
      lib: { entry: 'test/bench/librariesAlone/worker.mjs', formats: ['es'], fileName: () => 'worker.js' },
      rolldownOptions: {
        treeshake: {
          // Without its WASM, as in the page.
          moduleSideEffects: [{ test: /hyparquet-compressors|hysnappy/, sideEffects: false }],
        },
      },
    },
  });
  return readFileSync(join(outDir, 'worker.js'), 'utf8');
}
