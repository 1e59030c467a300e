import { open, readdir, stat } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import type { ByteSource, NamedSource, Platform } from '../core/bytes';

const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });
const utf16 = {
  le: new TextDecoder('utf-16le', { ignoreBOM: true }),
  be: new TextDecoder('utf-16be', { ignoreBOM: true }),
};
export const PLATFORM: Platform = {
  decodeUtf8: (bytes) => utf8.decode(bytes),
  decodeUtf16: (bytes, endian) => utf16[endian].decode(bytes),
};

/** Reads what is asked for and no more: a file may be larger than memory. */
function sourceOf(handle: FileHandle, size: number): ByteSource {
  return {
    size,
    slice: (startByte, endByte) => ({
      async arrayBuffer() {
        const buffer = new ArrayBuffer(Math.max(0, Math.min(endByte, size) - startByte));
        const bytes = new Uint8Array(buffer);
        for (let filled = 0; filled < bytes.length;) {
          const { bytesRead } = await handle.read(bytes, filled, bytes.length - filled, startByte + filled);
          if (bytesRead === 0) return buffer.slice(0, filled);
          filled += bytesRead;
        }
        return buffer;
      },
    }),
  };
}

/** The file at `path`, or the files of the folder at `path` as one group; closed when `read` is done. */
export async function withFiles<T>(path: string, read: (files: NamedSource[]) => Promise<T>): Promise<T> {
  const names = (await stat(path)).isDirectory()
    ? (await readdir(path, { withFileTypes: true })).filter((entry) => entry.isFile()).map(({ name }) => name)
    : [''];
  const handles: FileHandle[] = [];
  try {
    const files: NamedSource[] = [];
    for (const name of names.toSorted()) {
      const handle = await open(name === '' ? path : join(path, name));
      handles.push(handle);
      files.push({ name: name === '' ? path : name, source: sourceOf(handle, (await handle.stat()).size) });
    }
    return await read(files);
  } finally {
    await Promise.all(handles.map((handle) => handle.close()));
  }
}
