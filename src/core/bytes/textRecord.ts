import type { FoundBatch, StopSignal } from './bytes';
import { CrlfCount, slicesOf } from './byteReader';
import { badUtf8, count, tooLarge } from './parseRecord';
import type { Parsed } from './parseRecord';
import { BatchBuilder, bytesAt } from './recordBatches';
import type { Opened, RecordReader } from './recordBatches';

/** The whole source is one record, its value the decoded string without the BOM. */
export function openText(opened: Opened, fromByte: number): RecordReader {
  const { reader, platform, limits } = opened;

  async function* records(stop: StopSignal | undefined, sliceBytes: number): AsyncGenerator<FoundBatch> {
    const builder = new BatchBuilder(opened);
    const crlf = new CrlfCount();
    let endByte = fromByte;
    let nul = -1;
    for await (const slice of slicesOf(reader, fromByte, sliceBytes, stop)) {
      crlf.push(slice.bytes);
      const at = slice.bytes.indexOf(0);
      if (nul < 0 && at >= 0) nul = slice.startByte + at;
      endByte = slice.startByte + slice.bytes.length;
      if (endByte - fromByte > limits.maxRecordBytes || nul >= 0) break;
      yield builder.take(endByte);
    }
    if (stop?.aborted) return;
    if (crlf.count > 0) opened.container.crlf = crlf.count;
    const place = { startByte: fromByte, sizeBytes: endByte - fromByte };
    builder.addParsed(place, await parsed(place.sizeBytes, endByte, nul));
    yield builder.take(endByte);
  }

  async function parsed(sizeBytes: number, endByte: number, nul: number): Promise<Parsed> {
    if (nul >= 0) return binary(nul);
    if (sizeBytes > limits.maxRecordBytes) return tooLarge(sizeBytes, limits.maxRecordBytes);
    const bytes = await reader.read(fromByte, endByte);
    const value = platform.decodeUtf8(bytes);
    return { ok: true, value, warnings: value.includes('\uFFFD') ? badUtf8(bytes, fromByte) : [] };
  }

  const textAt: RecordReader['recordSourceAt'] = async (place) =>
    platform.decodeUtf8(await bytesAt(opened, place));
  return { records, recordAt: textAt, recordSourceAt: textAt };
}

export const binary = (atByte: number) =>
  ({
    ok: false,
    kind: 'binary',
    reason: `Not text: byte ${count(atByte)} is NUL, as in binary files.`,
    remedy: 'Export the traces as JSON Lines, JSON, Parquet, CSV or text and drop that.',
  }) as const;
