// Splitting: time per byte from 10 kB to 10 MB under every strategy, texts made to be slow among them.
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';
import { openBrowser, openFile, traceMainThread } from './chromium.mjs';
import { longTrace } from './traces.mjs';

const KB = 1000;
const SHORT = 10 * KB;
const LONG = 10_000 * KB;
/** A time below this is read off the clock too coarsely: small texts are split many times over. */
const LEAST_MS = 20;
const BOUND = 1.5;

const PROSE =
  'Let me look at $n^2 + n$ for small n. It is e.g. 2, 6, 12, so always even.\n\nWait, is that so? Yes: \\(n(n+1)\\) has an\n' +
  'even factor.\n\n1. First, take $n = 2k$.\n2. Then take $n = 2k + 1$.\n\n\\[\nn(n+1) = 2k(2k+1)\n\\]\n\n';
const TEXTS = {
  prose: PROSE,
  $: '$',
  '`': '`',
  '1.': '1.',
  '<think>': '<think>',
  spaces: ' ',
  '\\[': '\\[',
  '# and a break': '# \n',
};
const SWITCHES = { joinFormulas: true, joinHeadings: true, joinShorter: 40, lists: 'one' };

async function loadSegment(folder) {
  const outDir = join(folder, 'segment');
  const logLevel = 'error';
  const options = { ssr: resolve('src/core/segment/index.ts'), outDir, target: 'node20', minify: true };
  const rolldownOptions = { output: { entryFileNames: 'segment.mjs' } };
  await build({
    configFile: false,
    logLevel,
    publicDir: false,
    ssr: { noExternal: true },
    build: { ...options, rolldownOptions },
  });
  return import(pathToFileURL(join(outDir, 'segment.mjs')).href);
}

/** A string whose units lie side by side: one made by repeating is a tree until it is first read. */
function textOf(piece, units) {
  const text = piece.repeat(Math.ceil(units / piece.length)).slice(0, units);
  text.charCodeAt(0);
  return Buffer.from(text, 'utf8').toString('utf8');
}

/** The best of some rounds, in ns for a unit. Time of the processor, not of the clock: what else runs on the machine
 *  takes more from a long run than from a short one. */
function nsPerUnit(units, work, rounds = 3) {
  let best = Infinity;
  for (let round = 0; round < rounds; round++) {
    const startedAt = performance.now();
    const before = process.cpuUsage();
    let times = 0;
    do {
      work();
      times++;
    } while (performance.now() - startedAt < LEAST_MS);
    const { user, system } = process.cpuUsage(before);
    best = Math.min(best, ((user + system) * 1000) / times / units);
  }
  return best;
}

/** How much more a unit of a long text costs than one of a short text; measured again where it looks like more
 *  than the bound, since what else runs on the machine only ever adds. */
function growthOf(short, long, split) {
  for (let i = 0; i < 20; i++) split(short);
  let perShort = nsPerUnit(short.length, () => split(short));
  let perLong = nsPerUnit(long.length, () => split(long), 1);
  for (let again = 0; again < 4 && perLong > perShort * BOUND; again++) {
    perShort = Math.max(
      perShort,
      nsPerUnit(short.length, () => split(short)),
    );
    perLong = Math.min(
      perLong,
      nsPerUnit(long.length, () => split(long), 1),
    );
  }
  return { growth: perLong / perShort, perShort, perLong };
}

/** Every strategy, with and without switches, as a function of the text. */
function waysToSplit({ STRATEGIES, splitSteps, strategyOf }) {
  const byRule = STRATEGIES.map(({ id }) => id).filter((id) => !['auto', 'given', 'pasted'].includes(id));
  const ways = byRule.flatMap((id) => [
    [id, (raw) => splitSteps({ raw, zones: [] }, strategyOf(id))],
    [`${id} with switches`, (raw) => splitSteps({ raw, zones: [] }, strategyOf(id, SWITCHES))],
  ]);
  const pieces = (raw) => raw.match(/[^]{1,200}/g);
  const known = new Map();
  const once = (raw, make) => {
    if (!known.has(raw)) known.set(raw, make(raw));
    return known.get(raw);
  };
  const steps = (raw) => once(raw, pieces);
  return [
    ...ways,
    [
      'given, one step',
      (raw) => splitSteps({ raw, zones: [], given: [{ start: 0, end: 1 }] }, strategyOf('given')),
    ],
    ['pasted', (raw) => splitSteps({ raw, zones: [] }, strategyOf('pasted', { steps: steps(raw) }))],
  ];
}

export async function bench({ folder, report }) {
  const segment = await loadSegment(folder);
  const ways = waysToSplit(segment);
  for (const [name, piece] of Object.entries(TEXTS)) {
    const [short, long] = [SHORT, LONG].map((units) => textOf(piece, units));
    let worst = { growth: 0 };
    let slowest = { perLong: 0 };
    for (const [way, split] of ways) {
      const measured = { way, ...growthOf(short, long, split) };
      if (measured.growth > worst.growth) worst = measured;
      if (measured.perLong > slowest.perLong) slowest = measured;
      if (measured.growth > BOUND)
        console.log(
          `        ${way}: ${measured.perShort.toFixed(1)}, then ${measured.perLong.toFixed(1)} ns`,
        );
    }
    report(
      `splitting ${name}: a byte of 10 MB against one of 10 kB`,
      `× ${worst.growth.toFixed(2)}`,
      `× ${BOUND} (${worst.way}; slowest ${slowest.perLong.toFixed(0)} ns, ${slowest.way})`,
      worst.growth <= BOUND,
    );
  }
  const raw = textOf(PROSE, 1000 * KB);
  const native = nsPerUnit(raw.length, () => raw.split('\n\n'));
  const ratios = ways.map(([way, split]) => {
    const ours = nsPerUnit(raw.length, () => split(raw));
    return `${way} ${(ours / native).toFixed(0)}`;
  });
  console.log(`        times text.split('\\n\\n') on 1 MB of prose: ${ratios.join(', ')}`);
  await benchPage(folder, report);
}

/** A trace of 40 MB in the page: the first screen, then the rest behind it. */
export async function benchPage(folder, report) {
  const path = join(folder, 'trace-40mb.jsonl');
  const line = longTrace(440_000);
  writeFileSync(path, `${line}\n`);
  const { page, close } = await openBrowser();
  await openFile(page, path);
  await page.waitForTimeout(3000);
  await page.evaluate(() => {
    window.firstScreen = new Promise((done) => {
      addEventListener('keydown', () => (window.pressedAt = performance.now()), {
        capture: true,
        once: true,
      });
      const look = () =>
        document.querySelector('.step__text') === null
          ? requestAnimationFrame(look)
          : done(performance.now() - window.pressedAt);
      look();
    });
  });
  let firstMs = 0;
  let restMs = 0;
  const { longestMs } = await traceMainThread(page, async () => {
    await page.keyboard.press('Enter');
    firstMs = await page.evaluate(() => window.firstScreen);
  });
  const rest = await traceMainThread(page, async () => {
    const startedAt = performance.now();
    await page.getByText('the rest is being split').waitFor({ state: 'detached', timeout: 90_000 });
    restMs = performance.now() - startedAt;
  });
  const steps = await page.locator('.bar-tool').innerText();
  await close();
  const size = `${(line.length / 1e6).toFixed(0)} MB`;
  report(
    `a trace of ${size}: Enter to its first screen`,
    `${firstMs.toFixed(0)} ms`,
    '1000 ms',
    firstMs <= 1000,
  );
  console.log(
    `        its longest task until then ${longestMs.toFixed(0)} ms; the rest in ${(restMs / 1000).toFixed(1)} s,`,
  );
  console.log(
    `        its longest task ${rest.longestMs.toFixed(0)} ms; then ${/[\d,]+ steps/.exec(steps)?.[0]}`,
  );
}
