// The command line: the same core on Node. Results go to stdout, everything said about them to stderr.

import { inspectPath } from './inspect';

const USAGE = `Usage: npm run -s stepmark -- inspect PATH…

inspect  prints one line of JSON per path: container, format, counts and faults. A folder is a group of files
         that belong together. Exit status: 0 everything was read, 1 there are faults, 2 wrong use.`;

const say = (message: string) => process.stderr.write(`${message}\n`);

async function run([command, ...paths]: string[]): Promise<number> {
  const isOption = (path: string) => path.startsWith('--');
  if (command !== 'inspect' || paths.length === 0 || paths.some(isOption)) {
    say(USAGE);
    return 2;
  }
  let status = 0;
  for (const path of paths) {
    const inspection = await inspectPath(path, say);
    process.stdout.write(`${JSON.stringify(inspection)}\n`);
    if (inspection.faults.length > 0) status = 1;
  }
  return status;
}

process.exitCode = await run(process.argv.slice(2));
