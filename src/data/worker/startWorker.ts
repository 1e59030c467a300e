// oxlint-disable-next-line import/default -- Vite makes the default export of a ?worker&url import.
import entryUrl from './entry?worker&url';

/** A worker started from a blob inherits the page's Content-Security-Policy; one started from a URL does not,
 *  where the policy stands in a meta tag (stack.md §3.1). */
export function startWorker(): Worker {
  const script = `import ${JSON.stringify(new URL(entryUrl, document.baseURI).href)};`;
  const url = URL.createObjectURL(new Blob([script], { type: 'text/javascript' }));
  return new Worker(url, { type: 'module' });
}
