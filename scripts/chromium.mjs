import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const USUAL = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/opt/google/chrome/chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
];
/** The first program that exists and, outside Windows, answers `--version`. */
export function findChromium() {
  const asked = process.env.CHROMIUM_PATH;
  return (asked ? [asked] : USUAL).find(
    (path) =>
      existsSync(path) &&
      (process.platform === 'win32' || spawnSync(path, ['--version'], { timeout: 20_000 }).status === 0),
  );
}
