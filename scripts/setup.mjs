// Runs before every other command, with Node's built-ins only: a bare clone has no node_modules yet.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

const isQuiet = process.argv.includes('--quiet');
const say = (text) => (isQuiet ? console.error(text) : console.log(text));
/** With --quiet nothing may reach stdout: the command line prints JSON there. */
const stdio = isQuiet ? ['ignore', 2, 2] : 'inherit';

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  fail(`Node ${process.versions.node} is too old: 20.19 or newer is needed.`);
}
if (!isInstalled()) install();
if (process.argv.includes('--browser')) await ensureChromium();

/** npm keeps what it installed in node_modules/.package-lock.json; packages of other platforms are missing there. */
function isInstalled() {
  if (!existsSync('node_modules/.package-lock.json')) return false;
  const packagesOf = (file) => JSON.parse(readFileSync(file, 'utf8')).packages;
  const installed = packagesOf('node_modules/.package-lock.json');
  return Object.entries(packagesOf('package-lock.json')).every(([path, { version, optional }]) => {
    const have = installed[path]?.version;
    return path === '' || have === version || (have === undefined && optional === true);
  });
}

function install() {
  say('Installing packages (npm ci)…');
  const npm = process.env.npm_execpath;
  const args = ['ci', '--include=dev', '--no-audit', '--no-fund'];
  const run = npm
    ? spawnSync(process.execPath, [npm, ...args], { stdio })
    : spawnSync('npm', args, { stdio, shell: process.platform === 'win32' });
  if (run.status !== 0) fail('npm ci failed, see above.');
}

async function ensureChromium() {
  const { findChromium } = await import('./chromium.mjs');
  if (findChromium() !== undefined) return;
  const isRoot = process.platform === 'linux' && process.getuid?.() === 0;
  if (!process.env.CHROMIUM_PATH && isRoot && spawnSync('apt-get', ['--version']).status === 0) {
    say('Installing Chromium (apt-get)…');
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    spawnSync('apt-get', ['update', '-qq'], { stdio, env });
    spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], { stdio, env });
  }
  if (findChromium() === undefined) {
    fail('No Chromium found. Install it (Debian: apt-get install chromium) or set CHROMIUM_PATH to one.');
  }
}

function fail(message) {
  console.error(message);
  process.exit(1);
}
