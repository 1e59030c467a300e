// What was dropped, folders walked. The list of a drop is gone once its handler ends: entries are taken at once, and
// read afterwards.

import type { OpenInput } from '../../app/state';

export function droppedFiles(data: DataTransfer | null): Promise<OpenInput[]> {
  const items = [...(data?.items ?? [])].filter(({ kind }) => kind === 'file');
  const entries = items.map((item) => item.webkitGetAsEntry());
  if (!entries.some((entry) => entry?.isDirectory)) return Promise.resolve(filesOf(data?.files));
  return Promise.all(entries.map((entry) => walk(entry))).then((found) => found.flat());
}

export const filesOf = (files: FileList | undefined): OpenInput[] =>
  Array.from(files ?? [], (file) => ({ name: file.name, blob: file }));

/** Of a folder that was chosen: the path of each file says where it lies. */
export const inFolders = (files: readonly File[]): OpenInput[] =>
  files
    .map((file) => ({ file, path: file.webkitRelativePath.split('/').slice(0, -1) }))
    .filter(({ file, path }) => ![...path, file.name].some(isOfTheSystem))
    .map(({ file, path }) => ({ name: file.name, blob: file, folder: path.join('/') }));

// .DS_Store and its like are no files of a person.
const isOfTheSystem = (name: string) => name.startsWith('.');

async function walk(entry: FileSystemEntry | null, folder?: string): Promise<OpenInput[]> {
  if (entry === null) return [];
  if (isFile(entry)) {
    const blob = await new Promise<File>((resolve, reject) => entry.file(resolve, reject));
    return [{ name: entry.name, blob, ...(folder === undefined ? {} : { folder }) }];
  }
  const path = folder === undefined ? entry.name : `${folder}/${entry.name}`;
  const inside = await entriesOf(entry as FileSystemDirectoryEntry);
  const seen = inside.filter(({ name }) => !isOfTheSystem(name));
  return (await Promise.all(seen.map((one) => walk(one, path)))).flat();
}

const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile;

/** A folder is told in portions; an empty one is the last. */
async function entriesOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    );
    if (some.length === 0) return all;
    all.push(...some);
  }
}
