// Unit and browser tests in one run, closing with one line that any reader understands.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';

const OUT = 'test-results';
rmSync(OUT, { recursive: true, force: true });
mkdirSync(OUT);
const run = (script, args, env = {}) =>
  spawnSync(process.execPath, [script, ...args], { stdio: 'inherit', env: { ...process.env, ...env } })
    .status ?? 1;
const read = (file) => {
  try {
    return JSON.parse(readFileSync(`${OUT}/${file}`, 'utf8'));
  } catch {
    return undefined;
  }
};
const unit = run('node_modules/vitest/vitest.mjs', [
  'run',
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${OUT}/unit.json`,
]);
const build =
  run('node_modules/vite/bin/vite.js', ['build', '--logLevel', 'warn']) || run('scripts/size.mjs', []);
const e2e =
  build === 0
    ? run('node_modules/@playwright/test/cli.js', ['test', '--reporter=list,json'], {
        PLAYWRIGHT_JSON_OUTPUT_NAME: `${OUT}/e2e.json`,
      })
    : 1;
const u = read('unit.json');
const e = read('e2e.json')?.stats;
const passed = (u?.numPassedTests ?? 0) + (e?.expected ?? 0) + (e?.flaky ?? 0);
const failed = (u?.numFailedTests ?? 0) + (e?.unexpected ?? 0);
const skipped = (u?.numPendingTests ?? 0) + (e?.skipped ?? 0);
const ok = unit === 0 && build === 0 && e2e === 0 && passed > 0;
console.log(
  `${passed} passed, ${ok ? failed : Math.max(failed, 1)} failed${skipped ? `, ${skipped} skipped` : ''}`,
);
process.exit(ok ? 0 : 1);
