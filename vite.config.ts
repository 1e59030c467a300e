import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import type { Plugin } from 'vite';

// The nonce is for the <style> that Radix' modal dialog writes to lock scrolling (src/main.tsx sets it).
// KaTeX sets lengths through the style attribute. There is no connect-src: nothing leaves the page.
const CSP = [
  "default-src 'none'",
  "script-src 'self'",
  "worker-src 'self' blob:",
  "style-src 'self' 'nonce-stepmark'",
  "style-src-attr 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'none'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "object-src 'none'",
].join('; ');

/** The dev server needs inline scripts, so the policy is written into the built page only. */
const contentSecurityPolicy = (): Plugin => ({
  name: 'content-security-policy',
  apply: 'build',
  transformIndexHtml: (html) =>
    html.replace(
      '<meta charset="utf-8" />',
      `<meta charset="utf-8" />\n    <meta http-equiv="Content-Security-Policy" content="${CSP}" />`,
    ),
});

/** KaTeX lists woff2, woff and ttf for each face; every browser we support reads woff2. */
const katexWoff2Only = (): Plugin => ({
  name: 'katex-woff2-only',
  enforce: 'pre',
  transform: {
    filter: { id: /katex(\.min)?\.css$/ },
    handler: (css) => css.replace(/,\s*url\([^)]*\)\s*format\(["'](woff|truetype)["']\)/g, ''),
  },
});

/** Writes the list of built files into the service worker, which is an entry of the same build. */
const precacheList = (): Plugin => {
  let dist = '';
  return {
    name: 'precache-list',
    apply: 'build',
    configResolved(config) {
      dist = config.build.outDir;
    },
    writeBundle() {
      const path = join(dist, 'sw.js');
      const files = readdirSync(dist, { recursive: true, withFileTypes: true })
        .filter((e) => e.isFile() && !e.name.startsWith('.') && !e.parentPath.includes('.vite'))
        .map((e) => join(e.parentPath, e.name).slice(dist.length + 1))
        .filter((file) => file !== 'sw.js')
        .sort();
      const hash = createHash('sha256');
      for (const file of files) hash.update(file).update(readFileSync(join(dist, file)));
      const list = { version: hash.digest('hex').slice(0, 12), files: ['./', ...files.map((f) => `./${f}`)] };
      const code = readFileSync(path, 'utf8');
      if (!code.includes('__PRECACHE__')) throw new Error('sw.js has no place for the file list');
      writeFileSync(
        path,
        code.replaceAll('__PRECACHE__', () => JSON.stringify(list)),
      );
    },
  };
};

/** hyparquet-compressors compiles a WASM module when it is imported, which the policy forbids; we use its plain
 *  decompressors alone, so modules that are only imported for their effects are dropped. */
const treeshake = { moduleSideEffects: [{ test: /hyparquet-compressors|hysnappy/, sideEffects: false }] };

export default defineConfig({
  base: './',
  plugins: [react(), contentSecurityPolicy(), katexWoff2Only(), precacheList()],
  worker: { format: 'es', rolldownOptions: { treeshake } },
  optimizeDeps: { entries: ['index.html', 'src/data/worker/entry.ts'] },
  build: {
    target: 'es2023',
    manifest: true,
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    rolldownOptions: {
      treeshake,
      input: { index: 'index.html', sw: 'src/sw/sw.ts' },
      output: {
        entryFileNames: (chunk) => (chunk.name === 'sw' ? 'sw.js' : 'assets/[name]-[hash].js'),
      },
    },
  },
  test: {
    // Generous: two cores may build and test at once. No test asserts a time.
    testTimeout: 30_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'node',
          environment: 'node',
          include: ['test/**/*.test.ts'],
          // Each module is loaded once, not once a file: a third of the time. Each test makes its own app and storage.
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          name: 'dom',
          environment: 'jsdom',
          setupFiles: ['test/domSetup.ts'],
          include: ['test/**/*.test.tsx'],
        },
      },
    ],
  },
});
