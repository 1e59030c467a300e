import type { ByteReader } from './byteReader';
import type { ByteRun } from './bytes';

/** All bytes from `startByte` on. Without a run of the source's own at most `sliceBytes` are read at once. */
export const runOf = (reader: ByteReader, startByte: number, sliceBytes: number): ByteRun =>
  reader.run?.(startByte) ?? runOfSlices(reader, startByte, sliceBytes);

function runOfSlices(reader: ByteReader, startByte: number, sliceBytes: number): ByteRun {
  let at = startByte;
  return {
    async fill(buffer, from) {
      let end = from;
      while (end < buffer.byteLength) {
        const wanted = Math.min(sliceBytes, buffer.byteLength - end);
        const bytes = await reader.read(at, at + wanted);
        new Uint8Array(buffer).set(bytes, end);
        at += bytes.length;
        end += bytes.length;
        if (bytes.length < wanted) break;
      }
      return { buffer, end };
    },
    close: () => undefined,
  };
}
