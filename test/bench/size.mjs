import { spawnSync } from 'node:child_process';

export function bench({ report }) {
  const { stdout } = spawnSync(process.execPath, ['scripts/size.mjs'], { encoding: 'utf8' });
  const kb = Number(/first-load script ([\d.]+) KB/.exec(stdout)[1]);
  report('script before the library works, gzip', `${kb} KB`, '130 KB', kb <= 130);
}
