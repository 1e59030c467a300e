// The command line: the same core on Node. Results go to stdout, everything said about them to stderr.

import { runCommand } from './runCommand';

process.exitCode = await runCommand(process.argv.slice(2), {
  out: (line) => process.stdout.write(`${line}\n`),
  say: (message) => process.stderr.write(`${message}\n`),
});
