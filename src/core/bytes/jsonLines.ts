import type { FoundBatch, StopSignal } from './bytes';
import { linePieces } from './linePieces';
import { isBlankLine, linesOf } from './lines';
import { BatchBuilder, jsonReader } from './recordBatches';
import type { Opened, RecordReader } from './recordBatches';

/** One record a line; blank lines are none. */
export function openJsonLines(opened: Opened, fromByte: number): RecordReader {
  async function* records(stop: StopSignal | undefined, sliceBytes: number): AsyncGenerator<FoundBatch> {
    const builder = new BatchBuilder(opened);
    for await (const { lines, endByte } of linesOf(opened, fromByte, sliceBytes, stop)) {
      for (const line of lines) {
        if (isBlankLine(line)) continue;
        const { startByte, sizeBytes } = line;
        builder.addJson({ startByte, sizeBytes, line: line.line }, line.bytes);
        if (!builder.isFull()) continue;
        yield builder.take(startByte + sizeBytes);
        if (stop?.aborted) return;
      }
      yield builder.take(endByte);
    }
  }
  const pieces: RecordReader['pieces'] = (buffers, stop) => linePieces(opened, fromByte, buffers, stop);
  return { ...jsonReader(opened, records), pieces };
}
