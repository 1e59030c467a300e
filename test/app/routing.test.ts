import { expect, test } from 'vitest';
import { readRoute, writeRoute } from '../../src/app/routing';
import type { Route } from '../../src/app/state';
import type { PassageId } from '../../src/core/identity';
import type { FileKey } from '../../src/core/model';

const file = '0123456789abcdef0123456789abcdef' as FileKey;

test.each<[string, Route]>([
  ['the library', { screen: 'library' }],
  ['the file that is being read', { screen: 'open' }],
  ['how a file was read', { screen: 'open', file }],
  ['the table', { screen: 'traces', file }],
  ['a trace', { screen: 'read', file, row: 0 }],
  ['a step', { screen: 'read', file, row: 41, passage: 'ffff.12' as PassageId }],
  ['a node', { screen: 'tree', file, row: 7, passage: 'ffff.12' as PassageId }],
  ['export', { screen: 'export', file }],
])('a link to %s comes back, with the name of the file', (_, route) => {
  const name = 'a/b 100% 推理.jsonl';
  const read = readRoute(writeRoute(route, name));
  expect(read.route).toEqual(route);
  if ('file' in route) expect(read.fileName).toBe(name);
});

test.each(['', '#', '#/', '#/nowhere', '#/read/x', '#/read/x/y/zero', '#/read/x/%E0%A4%A/0'])(
  'an address that says nothing known is the library: %s',
  (hash) => expect(readRoute(hash).route).toEqual({ screen: 'library' }),
);
