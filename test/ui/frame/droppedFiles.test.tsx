import { expect, test } from 'vitest';
import { inFolders } from '../../../src/ui/frame/droppedFiles';

const at = (path: string) =>
  Object.defineProperty(new File(['{}'], path.split('/').at(-1)!), 'webkitRelativePath', { value: path });

test('files of a chosen folder know where they lie; what the system keeps there is left out', () => {
  const files = ['run/a.jsonl', 'run/one/problem.json', 'run/.DS_Store', 'run/.git/config'].map(at);
  expect(inFolders(files).map(({ name, folder }) => [folder, name])).toEqual([
    ['run', 'a.jsonl'],
    ['run/one', 'problem.json'],
  ]);
});
