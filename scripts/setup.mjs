// Runs before `npm start` and `npm test`, with Node's built-ins only: a bare clone has no node_modules yet.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19))
  fail(`Node ${process.versions.node} is too old: 20.19 or newer is needed.`);

if (!isInstalled()) {
  console.log('Installing packages (npm ci)…');
  const npm = process.env.npm_execpath;
  const args = ['ci', '--include=dev', '--no-audit', '--no-fund'];
  const run = npm
    ? spawnSync(process.execPath, [npm, ...args], { stdio: 'inherit' })
    : spawnSync('npm', args, { stdio: 'inherit', shell: process.platform === 'win32' });
  if (run.status !== 0) fail('npm ci failed, see above.');
}

if (process.argv.includes('--browser')) {
  const { findChromium } = await import('./chromium.mjs');
  if (findChromium() === undefined) {
    const canInstall =
      !process.env.CHROMIUM_PATH &&
      process.platform === 'linux' &&
      process.getuid?.() === 0 &&
      spawnSync('apt-get', ['--version']).status === 0;
    if (canInstall) {
      console.log('Installing Chromium (apt-get)…');
      const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
      spawnSync('apt-get', ['update', '-qq'], { stdio: 'inherit', env });
      spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], {
        stdio: 'inherit',
        env,
      });
    }
    if (findChromium() === undefined)
      fail(
        'No Chromium found. Install it (Debian: apt-get install chromium) or set CHROMIUM_PATH to a Chrome or Chromium program, then run this again.',
      );
  }
}

/** npm keeps what it installed in node_modules/.package-lock.json; packages for other platforms are missing there. */
function isInstalled() {
  if (!existsSync('node_modules/.package-lock.json')) return false;
  const installed = JSON.parse(readFileSync('node_modules/.package-lock.json', 'utf8')).packages;
  return Object.entries(JSON.parse(readFileSync('package-lock.json', 'utf8')).packages).every(
    ([path, entry]) =>
      path === '' ||
      (installed[path]?.version ?? (entry.optional ? entry.version : undefined)) === entry.version,
  );
}

function fail(message) {
  console.error(message);
  process.exit(1);
}
