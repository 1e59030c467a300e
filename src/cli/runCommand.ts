import { inspectPath } from './inspect';
import { SPLIT_USAGE, runSplit } from './split';

const USAGE = `Usage: npm run -s stepmark -- inspect PATH…

inspect  prints one line of JSON per path: container, format, counts and faults. A folder is a group of files
         that belong together. Exit status: 0 everything was read, 1 there are faults, 2 wrong use.
${SPLIT_USAGE}`;

interface Streams {
  /** Results, a line each. */
  out: (line: string) => void;
  /** What is said about them. */
  say: (message: string) => void;
}

/** Gives the exit status. */
export async function runCommand(args: readonly string[], { out, say }: Streams): Promise<number> {
  const [command, ...paths] = args;
  if (command === 'split') return runSplit(paths, { out, say });
  if (command !== 'inspect' || paths.length === 0 || paths.some((path) => path.startsWith('--'))) {
    say(USAGE);
    return 2;
  }
  let status = 0;
  for (const path of paths) {
    const inspection = await inspectPath(path, say);
    out(JSON.stringify(inspection));
    if (inspection.faults.length > 0) status = 1;
  }
  return status;
}
