import { defineConfig } from 'vite';

// The command line program, without the page's plugins. One file, so that it starts fast and needs no node_modules
// layout of its own.
export default defineConfig({
  logLevel: 'error',
  publicDir: false,
  ssr: { noExternal: true },
  build: {
    ssr: 'src/cli/stepmark.ts',
    outDir: 'dist-cli',
    target: 'node20',
    emptyOutDir: true,
    rolldownOptions: { output: { entryFileNames: 'stepmark.js', codeSplitting: false } },
  },
});
