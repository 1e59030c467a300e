// The gate: every check in turn, each with its name and time, closing with one line that any reader understands.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';

const OUT = 'test-results';
rmSync(OUT, { recursive: true, force: true });
mkdirSync(OUT);
if (!existsSync('../shared/data')) console.log('../shared/data is missing: no real file is compared.');

const bin = (name, file) => `node_modules/${name}/${file}`;
let failedChecks = 0;

function check(name, script, args, env = {}) {
  console.log(`\n── ${name}`);
  const startedAt = performance.now();
  const { status } = spawnSync(process.execPath, [script, ...args], {
    stdio: 'inherit',
    env: { ...process.env, ...env },
  });
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  console.log(`── ${name}: ${status === 0 ? 'ok' : 'FAILED'}, ${seconds} s`);
  if (status !== 0) failedChecks++;
  return status === 0;
}

const tsc = bin('typescript', 'bin/tsc');
check('types of core, without the DOM', tsc, ['-p', 'tsconfig.core.json']);
check('types of the service worker', tsc, ['-p', 'tsconfig.sw.json']);
check('types', tsc, ['-p', 'tsconfig.json']);
check('lint', bin('oxlint', 'bin/oxlint'), ['--type-aware', '--deny-warnings']);
check('format', bin('prettier', 'bin/prettier.cjs'), ['--check', '.', '--log-level', 'warn']);
check('unused code', bin('knip', 'bin/knip.js'), []);
check('unit, property, component and storage tests', bin('vitest', 'vitest.mjs'), [
  'run',
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${OUT}/unit.json`,
]);
const built =
  check('build', bin('vite', 'bin/vite.js'), ['build', '--logLevel', 'warn']) &&
  check('size', 'scripts/size.mjs', []);
if (built) {
  check('end to end, in Chromium', bin('@playwright/test', 'cli.js'), ['test', '--reporter=list,json'], {
    PLAYWRIGHT_JSON_OUTPUT_NAME: `${OUT}/e2e.json`,
  });
}

const report = (file) =>
  existsSync(`${OUT}/${file}`) ? JSON.parse(readFileSync(`${OUT}/${file}`, 'utf8')) : {};
const unit = report('unit.json');
const { stats: e2e = {} } = report('e2e.json');
const passed = (unit.numPassedTests ?? 0) + (e2e.expected ?? 0);
const failed = (unit.numFailedTests ?? 0) + (e2e.unexpected ?? 0) + (e2e.flaky ?? 0);
const isGreen = failedChecks === 0 && failed === 0 && passed > 0;
console.log(`\n${passed} passed, ${isGreen ? 0 : Math.max(failed, failedChecks, 1)} failed`);
process.exit(isGreen ? 0 : 1);
