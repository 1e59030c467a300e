// Measures the bounds of the issues on this machine: ratios within one run, or ms where a person feels them.
// Exit 1 when a bound is missed. `npm run bench -- NAME` runs one benchmark.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const run = (script, args) =>
  spawnSync(process.execPath, [script, ...args], { stdio: 'inherit' }).status === 0;
if (!run('node_modules/vite/bin/vite.js', ['build', '--logLevel', 'warn'])) process.exit(1);

const folder = mkdtempSync(join(tmpdir(), 'stepmark-bench-'));
const wanted = process.argv.slice(2);
const BENCHMARKS = [
  'size',
  'reading',
  'compressed',
  'splitting',
  'table',
  'cancel',
  'keys',
  'rendering',
  'tree',
];
let missed = 0;

/** `bound` in words; `ok` whether it holds. */
function report(name, value, bound, ok) {
  console.log(`${ok ? 'ok    ' : 'MISSED'}  ${name.padEnd(58)}${value.padStart(14)}  bound ${bound}`);
  if (!ok) missed++;
}

try {
  for (const name of BENCHMARKS.filter((one) => wanted.length === 0 || wanted.includes(one))) {
    const { bench } = await import(`../test/bench/${name}.mjs`);
    await bench({ folder, report });
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
console.log(missed === 0 ? 'every bound holds' : `${missed} bounds are missed`);
process.exit(missed === 0 ? 0 : 1);
