import { inspectPath } from './inspect';
import { openMapping } from './mappingFile';
import { SPLIT_USAGE, runSplit } from './split';

const USAGE = `Usage: npm run -s stepmark -- inspect PATH… [--mapping FILE]

inspect  prints one line of JSON per path: container, format, counts and faults. A folder is a group of files
         that belong together. --mapping reads the paths as FILE (JSON) describes them. Exit status: 0 everything was read, 1 there are faults, 2 wrong use.
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
  if (command !== 'inspect') return refuse(say);
  return runInspect(paths, { out, say });
}

function refuse(say: Streams['say']): number {
  say(USAGE);
  return 2;
}

async function runInspect(args: readonly string[], { out, say }: Streams): Promise<number> {
  const at = args.indexOf('--mapping');
  const mappingPath = at === -1 ? undefined : args[at + 1];
  const paths = at === -1 ? args : args.toSpliced(at, 2);
  const isWrong = at !== -1 && (mappingPath === undefined || mappingPath.startsWith('--'));
  if (isWrong || paths.length === 0 || paths.some((path) => path.startsWith('--'))) return refuse(say);
  const mapped = mappingPath === undefined ? undefined : await openMapping(mappingPath);
  if (typeof mapped === 'string') {
    say(mapped);
    return 2;
  }
  let status = 0;
  for (const path of paths) {
    const inspection = await inspectPath(path, say, mapped);
    out(JSON.stringify(inspection));
    if (inspection.faults.length > 0) status = 1;
  }
  return status;
}
