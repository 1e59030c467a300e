// What the reading benchmarks run inside the page: the library's worker driven without the interface, and the raw
// limits it is measured against.
import { readdirSync } from 'node:fs';

const entry = readdirSync('dist/assets').find((name) => /^entry-.*\.js$/.test(name));

/** Puts `window.reading` and a file input into the page. */
export async function prepare(page) {
  await page.evaluate((name) => {
    const input = document.createElement('input');
    input.type = 'file';
    input.id = 'bench';
    document.body.append(input);
    const entryUrl = new URL(`assets/${name}`, document.baseURI).href;
    const start = (code) =>
      new Worker(URL.createObjectURL(new Blob([code], { type: 'text/javascript' })), { type: 'module' });
    // `cores` is what the library's worker believes: one reading thread on one, two on two.
    const library = (cores) =>
      start(`
        const early = [];
        const wait = ({ data }) => early.push(data);
        addEventListener('message', wait);
        Object.defineProperty(navigator, 'hardwareConcurrency', { value: ${cores} });
        import(${JSON.stringify(entryUrl)}).then(() => {
          removeEventListener('message', wait);
          for (const data of early) dispatchEvent(new MessageEvent('message', { data }));
        });`);
    const call = (worker, kind, request, onProgress = () => undefined) =>
      new Promise((resolve, reject) => {
        const id = Math.random();
        const hear = ({ data }) => {
          if (data.id !== id) return;
          if (data.kind === 'progress') return onProgress(data.progress);
          worker.removeEventListener('message', hear);
          if (data.kind === 'answer') resolve(data.answer);
          else reject(new Error(data.failure.message));
        };
        worker.addEventListener('message', hear);
        worker.postMessage({ id, kind, request });
      });
    const chosen = () => input.files[0];
    window.reading = {
      /** Times in ms, heads of the summary. */
      async index(cores) {
        const worker = library(cores);
        // The thread is up before the clock starts, as it is in the page.
        await call(worker, 'sizes', undefined);
        const startedAt = performance.now();
        let firstMs;
        const summary = await call(
          worker,
          'open',
          { inputs: [{ name: 'bench', blob: chosen() }] },
          (step) => {
            if (step.kind === 'read' && step.progress.summary.rows > 0)
              firstMs ??= performance.now() - startedAt;
          },
        );
        const ms = performance.now() - startedAt;
        worker.terminate();
        const { records, rows, faultCount, container, format } = summary;
        return { ms, firstMs, records, rows, faultCount, container, format };
      },
      /** The bytes read to nothing in a worker of their own, ms. */
      raw: () =>
        new Promise((resolve) => {
          const worker = start(`
            addEventListener('message', async ({ data: blob }) => {
              const size = 8 << 20;
              const startedAt = performance.now();
              for (let at = 0; at < blob.size; at += size) await blob.slice(at, at + size).arrayBuffer();
              postMessage(performance.now() - startedAt);
            });`);
          worker.addEventListener('message', ({ data }) => {
            worker.terminate();
            resolve(data);
          });
          worker.postMessage(chosen());
        }),
      /** The chosen file through a script of ours that posts how long it took, ms. */
      alone: ({ kind, script }) =>
        new Promise((resolve, reject) => {
          const worker = start(script);
          worker.addEventListener('error', ({ message }) => reject(new Error(message)));
          worker.addEventListener('message', ({ data }) => {
            worker.terminate();
            resolve(data);
          });
          worker.postMessage({ kind, blob: chosen() });
        }),
      stream: () =>
        new Promise((resolve) => {
          const worker = start(`
            addEventListener('message', async ({ data: blob }) => {
              const startedAt = performance.now();
              const reader = blob.stream().getReader();
              while (!(await reader.read()).done);
              postMessage(performance.now() - startedAt);
            });`);
          worker.addEventListener('message', ({ data }) => {
            worker.terminate();
            resolve(data);
          });
          worker.postMessage(chosen());
        }),
    };
  }, entry);
}

export const choose = (page, path) => page.setInputFiles('#bench', path);
