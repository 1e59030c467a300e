// Who may import whom, design.md §3. Follows import, import type, import() and worker addresses.

import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { expect, test } from 'vitest';

const CORE_PACKAGES = [
  'valibot',
  'd3-hierarchy',
  'fflate',
  'fzstd',
  '@zip.js/zip.js',
  'hyparquet',
  'hyparquet-compressors',
  'papaparse',
  'fraction.js',
  'diff',
  'munkres',
];

interface Import {
  from: string;
  to: string;
  isTypeOnly: boolean;
}

const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file))
  .map((file) => `src/${file.replaceAll('\\', '/')}`);

function importsOf(file: string): Import[] {
  const text = readFileSync(file, 'utf8');
  const found: Import[] = [];
  const add = (specifier: string, isTypeOnly: boolean) => {
    const bare = specifier.replace(/\?.*$/, '');
    const to = bare.startsWith('.') ? normalize(join(dirname(file), bare)).replaceAll('\\', '/') : bare;
    found.push({ from: file, to, isTypeOnly });
  };
  for (const m of text.matchAll(/^(?:import|export)\s+(type\s)?[^'";]*?from\s+'([^']+)'/gm)) {
    add(m[2]!, m[1] !== undefined);
  }
  for (const m of text.matchAll(/^import\s+'([^']+)'/gm)) add(m[1]!, false);
  for (const m of text.matchAll(/import\(\s*'([^']+)'\s*\)/g)) add(m[1]!, false);
  for (const m of text.matchAll(/new URL\(\s*'(\.[^']+)'/g)) add(m[1]!, false);
  return found;
}

const imports = files.flatMap(importsOf);
const isIn = (room: string) => (path: string) => path === `src/${room}` || path.startsWith(`src/${room}/`);
const isPackage = (path: string) => !path.startsWith('src/');
const show = ({ from, to }: Import) => `${from} imports ${to}`;

test('core imports core and the packages of its list', () => {
  const allowed = ({ to }: Import) =>
    isIn('core')(to) || CORE_PACKAGES.some((name) => to === name || to.startsWith(`${name}/`));
  expect(
    imports
      .filter(({ from }) => isIn('core')(from))
      .filter((i) => !allowed(i))
      .map(show),
  ).toEqual([]);
});

test('ui imports app and core, but not core/formats, core/bytes or data', () => {
  const forbidden = ({ to }: Import) =>
    isIn('core/formats')(to) || isIn('core/bytes')(to) || isIn('data')(to) || isIn('cli')(to);
  expect(
    imports
      .filter(({ from }) => isIn('ui')(from))
      .filter(forbidden)
      .map(show),
  ).toEqual([]);
});

test('app imports core and the types of data/api', () => {
  const allowed = ({ to, isTypeOnly }: Import) =>
    isIn('app')(to) ||
    isIn('core')(to) ||
    (to === 'src/data/api' && isTypeOnly) ||
    to === 'zustand' ||
    to.startsWith('zustand/');
  expect(
    imports
      .filter(({ from }) => isIn('app')(from))
      .filter((i) => !allowed(i))
      .map(show),
  ).toEqual([]);
});

test('data and cli know nothing of the page', () => {
  const forbidden = ({ to }: Import) =>
    isIn('ui')(to) || isIn('app')(to) || (isPackage(to) && /^(?:react|react-dom|zustand)(?:\/|$)/.test(to));
  expect(
    imports
      .filter(({ from }) => isIn('data')(from) || isIn('cli')(from))
      .filter(forbidden)
      .map(show),
  ).toEqual([]);
});

test('no whole file is decoded: no .text(), no .arrayBuffer() but on a slice', () => {
  const found: string[] = [];
  for (const file of files) {
    readFileSync(file, 'utf8')
      .split('\n')
      .forEach((line, i) => {
        const code = line.replace(/\/\/.*$/, '').replace(/^\s*\*.*$/, '');
        const isSlice = /slice\([^;]*\)\s*\.arrayBuffer\(\)/.test(code);
        const isSignature = /arrayBuffer\(\)\s*:/.test(code);
        if (/\.text\(\)/.test(code) || (/\.arrayBuffer\(\)/.test(code) && !isSlice && !isSignature)) {
          found.push(`${file}:${i + 1} ${line.trim()}`);
        }
      });
  }
  expect(found).toEqual([]);
});

test('nothing in the repository names a package registry', () => {
  expect(readFileSync('package-lock.json', 'utf8')).not.toContain('"resolved"');
});
