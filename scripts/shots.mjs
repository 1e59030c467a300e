// Writes every screen, light and dark, to shots/, and the README's picture to docs/reader.png.
import { copyFileSync, mkdirSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { chromium } from '@playwright/test';
import { preview } from 'vite';
import { findChromium } from './chromium.mjs';

const SIZES = { wide: [1440, 900], medium: [1024, 768], narrow: [390, 844] };
const THEMES = ['light', 'dark'];

if (!process.argv.includes('--no-build')) {
  const build = spawnSync(
    process.execPath,
    ['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'warn'],
    {
      stdio: 'inherit',
    },
  );
  if (build.status !== 0) process.exit(1);
}
mkdirSync('shots', { recursive: true });
const server = await preview({
  preview: { host: '127.0.0.1', port: Number(process.env['PORT'] ?? 4190) },
  logLevel: 'error',
});
const browser = await chromium.launch({
  executablePath: findChromium(),
  args: ['--no-sandbox', '--disable-gpu'],
});

const press = async (page, ...keys) => {
  for (const key of keys) await page.keyboard.press(key);
};
const steps = (page) => page.getByRole('group', { name: 'Steps', exact: true });

async function openSample(page, title) {
  await page.getByRole('link', { name: 'Stepmark, library' }).click();
  await page.getByRole('button', { name: title }).click();
  await page.getByRole('button', { name: /^Read the first trace/ }).waitFor();
  await page.getByRole('progressbar', { name: 'Reading' }).waitFor();
}

async function readSample(page, title) {
  await openSample(page, title);
  await page.getByRole('button', { name: /^Read the first trace/ }).click();
  await steps(page).waitFor();
  await steps(page).focus();
}

/** In the order in which they are walked through: each goes on where the one before ended. */
/** @type {[string, (page: import('@playwright/test').Page) => Promise<unknown>, ((page: import('@playwright/test').Page) => Promise<unknown>)?][]} */
const SCREENS = [
  ['first-run', async (page) => page.getByRole('heading', { name: /Drop a file/ }).waitFor()],
  ['open', async (page) => openSample(page, /Eight rollouts/)],
  [
    'reader',
    async (page) => {
      await page.getByRole('button', { name: /^Read the first trace/ }).click();
      await steps(page).waitFor();
      await steps(page).focus();
      await press(page, '1', '1', '2', '8', '1', '3', '4', '5');
      await page.waitForTimeout(700);
    },
  ],
  [
    'tree',
    async (page) => {
      await press(page, 't');
      // A narrow screen shows the path alone.
      await page.waitForTimeout(1200);
    },
  ],
  [
    'traces',
    async (page) => {
      await page.evaluate(
        () => (location.hash = location.hash.replace(/#\/\w+\/(\w+\/[^/]+).*/, '#/traces/$1')),
      );
      await page.getByRole('grid', { name: 'Traces' }).waitFor();
      await page.waitForTimeout(700);
    },
  ],
  [
    'export',
    async (page) => {
      await page.keyboard.press('Control+e');
      await page.getByRole('button', { name: /^TRL/ }).click();
      await page.getByRole('radiogroup', { name: 'Not judged' }).waitFor();
    },
  ],
  [
    'commands',
    async (page) => {
      await page.keyboard.press('Control+k');
      await page.getByRole('dialog').waitFor();
    },
    async (page) => page.keyboard.press('Escape'),
  ],
  ['reader-thinking', async (page) => readSample(page, /Long thinking/)],
  ['reader-chinese', async (page) => page.keyboard.press('n').then(() => page.waitForTimeout(600))],
  ['reader-tools', async (page) => readSample(page, /tools/)],
  [
    'library',
    async (page) => {
      await page.getByRole('link', { name: 'Stepmark, library' }).click();
      await page.getByRole('heading', { name: 'Library' }).waitFor();
      await page.waitForTimeout(400);
    },
  ],
];

for (const theme of THEMES) {
  for (const [size, [width, height]] of Object.entries(SIZES)) {
    const context = await browser.newContext({
      viewport: { width, height },
      colorScheme: theme,
      serviceWorkers: 'block',
    });
    const page = await context.newPage();
    await page.goto(server.resolvedUrls.local[0]);
    for (const [name, go, leave] of SCREENS) {
      const file = `shots/${name}-${size}-${theme}.png`;
      try {
        await go(page);
        await page.screenshot({ path: file });
        await leave?.(page);
        console.log(file);
      } catch (error) {
        process.exitCode = 1;
        console.error(`${file}: ${error.message.split('\n')[0]}`);
      }
    }
    await context.close();
  }
}
if (process.exitCode !== 1) copyFileSync('shots/reader-wide-light.png', 'docs/reader.png');
await browser.close();
await server.close();
