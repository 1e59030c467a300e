// Builds, serves the production build on a local port, prints the address and opens it (--no-open: prints it).
import { spawn, spawnSync } from 'node:child_process';

const build = spawnSync(process.execPath, ['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'warn'], {
  stdio: 'inherit',
});
if (build.status !== 0) process.exit(build.status ?? 1);

const { preview } = await import('vite');
const server = await preview({ preview: { host: '127.0.0.1', port: 4173 }, logLevel: 'warn' });
const address = server.resolvedUrls.local[0];
console.log(`Stepmark is at ${address} (Ctrl+C ends it)`);

if (!process.argv.includes('--no-open')) {
  const opener = { darwin: ['open'], win32: ['cmd', '/c', 'start', ''] }[process.platform] ?? ['xdg-open'];
  spawn(opener[0], [...opener.slice(1), address], { stdio: 'ignore', detached: true })
    .on('error', () => console.log('No browser could be opened: open the address yourself.'))
    .unref();
}
