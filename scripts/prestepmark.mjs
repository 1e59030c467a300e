// Runs before `npm run stepmark`: sets up a bare clone and builds the program when its sources are newer. Nothing
// goes to stdout, which belongs to the program.
import { spawnSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';

run('scripts/setup.mjs');
if (!isUpToDate()) run('node_modules/vite/bin/vite.js', 'build', '--config', 'vite.cli.config.ts');

function run(...command) {
  const { status } = spawnSync(process.execPath, command, { stdio: ['ignore', 2, 2] });
  if (status !== 0) process.exit(status ?? 1);
}

function isUpToDate() {
  const builtAt = changedAt('dist-cli/stepmark.js');
  if (builtAt === undefined) return false;
  const sources = ['src/core', 'src/cli'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, withFileTypes: true }).map(
      (entry) => `${entry.parentPath}/${entry.name}`,
    ),
  );
  return [...sources, 'vite.cli.config.ts', 'package-lock.json'].every(
    (source) => (changedAt(source) ?? Infinity) < builtAt,
  );
}

function changedAt(path) {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs;
}
