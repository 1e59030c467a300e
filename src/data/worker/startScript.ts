/** A module as a worker. One started from a blob inherits the Content-Security-Policy of who starts it; one started
 *  from a URL does not, where the policy stands in a meta tag (stack.md §3.1). */
export function startScript(moduleUrl: string, name?: string): Worker {
  const script = `import ${JSON.stringify(moduleUrl)};`;
  const url = URL.createObjectURL(new Blob([script], { type: 'text/javascript' }));
  return new Worker(url, { type: 'module', ...(name === undefined ? {} : { name }) });
}
