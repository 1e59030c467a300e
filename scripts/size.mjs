import { readFileSync, readdirSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
const manifest = JSON.parse(readFileSync('dist/.vite/manifest.json', 'utf8'));
const gz = (file) => gzipSync(readFileSync('dist/' + file), { level: 9 }).length;
const entry = Object.values(manifest).find((c) => c.isEntry);
const seen = new Set();
const walk = (key) => {
  if (seen.has(key)) return;
  seen.add(key);
  for (const i of manifest[key].imports ?? []) walk(i);
};
walk(Object.keys(manifest).find((k) => manifest[k] === entry));
let first = 0;
for (const k of seen) first += gz(manifest[k].file);
console.log('first-load script', (first / 1024).toFixed(1), 'KB gzip,', seen.size, 'chunks');
for (const [k, c] of Object.entries(manifest))
  if (c.file.endsWith('.js'))
    console.log(' ', seen.has(k) ? 'first' : 'lazy ', (gz(c.file) / 1024).toFixed(1).padStart(7), 'KB', k);
for (const f of readdirSync('dist/assets'))
  if (/\.js$/.test(f) && !Object.values(manifest).some((c) => c.file === 'assets/' + f))
    console.log('  not in manifest', (gz('assets/' + f) / 1024).toFixed(1), 'KB', f);
for (const f of readdirSync('dist/assets'))
  if (/\.css$/.test(f)) console.log('  css', (gz('assets/' + f) / 1024).toFixed(1), 'KB', f);
if (first > 150 * 1024) {
  console.error('first load is over 150 KB');
  process.exit(1);
}
