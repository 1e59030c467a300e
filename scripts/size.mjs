// The size gate: script that is loaded before the library screen works, gzip -9.
import { readdirSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const BOUND_KB = 130;
const manifest = JSON.parse(readFileSync('dist/.vite/manifest.json', 'utf8'));
const kb = (file) => gzipSync(readFileSync(`dist/${file}`), { level: 9 }).length / 1024;
const show = (label, size, name) =>
  console.log(`  ${label.padEnd(6)}${size.toFixed(1).padStart(7)} KB  ${name}`);

const first = new Set();
const walk = (key) => {
  if (first.has(key)) return;
  first.add(key);
  for (const next of manifest[key].imports ?? []) walk(next);
};
walk('index.html');

let total = 0;
for (const [key, chunk] of Object.entries(manifest)) {
  if (!chunk.file.endsWith('.js')) continue;
  if (first.has(key)) total += kb(chunk.file);
  show(first.has(key) ? 'first' : 'lazy', kb(chunk.file), key);
}
// Vite's manifest leaves worker chunks out.
const known = new Set(Object.values(manifest).map((chunk) => chunk.file));
for (const file of readdirSync('dist/assets')) {
  if (file.endsWith('.js') && !known.has(`assets/${file}`)) show('worker', kb(`assets/${file}`), file);
  if (file.endsWith('.css')) show('style', kb(`assets/${file}`), file);
}
console.log(`first-load script ${total.toFixed(1)} KB gzip, bound ${BOUND_KB} KB`);
if (total > BOUND_KB) {
  console.error(`First load is over ${BOUND_KB} KB: import what is not needed for the library lazily.`);
  process.exit(1);
}
