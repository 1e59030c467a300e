import type { FoundBatch, StopSignal } from './bytes';
import { JUNK, JsonScanner, isClosing } from './jsonScanner';
import { BatchBuilder, jsonReader } from './recordBatches';
import type { Opened, RecordReader } from './recordBatches';
import { rangeOf, scanSlices } from './scanSlices';
import type { ScannedPiece } from './scanSlices';

/** Objects and arrays one after another, over any number of lines; their ends are found by counting brackets. */
export function openJsonConcatenated(opened: Opened, fromByte: number): RecordReader {
  async function* records(stop: StopSignal | undefined, sliceBytes: number): AsyncGenerator<FoundBatch> {
    const values = new Values(opened, fromByte);
    const scanner = new JsonScanner(1, 0);
    let endByte = fromByte;
    for await (const piece of scanSlices(opened, scanner, fromByte, sliceBytes, stop)) {
      endByte = piece.endByte;
      for (let i = 0; i < piece.events.length; i += 3) {
        const at = piece.events[i + 2]!;
        await values.see(piece.events[i]!, at, piece);
        if (!values.builder.isFull()) continue;
        yield values.builder.take(at);
        if (stop?.aborted) return;
      }
      values.countLines(piece, endByte);
      yield values.builder.take(endByte);
    }
    if (stop?.aborted) return;
    await values.finish(endByte, scanner.depth > 0);
    yield values.builder.take(endByte);
  }
  return jsonReader(opened, records);
}

class Values {
  readonly builder: BatchBuilder;
  private readonly opened: Opened;
  private index = 1;
  private startByte = 0;
  private startLine = 1;
  private junkByte: number | undefined;
  private junkLine = 1;
  private line = 1;
  private countedTo: number;

  constructor(opened: Opened, fromByte: number) {
    this.opened = opened;
    this.builder = new BatchBuilder(opened);
    this.countedTo = fromByte;
  }

  async see(kind: number, at: number, piece: ScannedPiece): Promise<void> {
    this.countLines(piece, at);
    if (kind === JUNK) {
      this.junkByte = at;
      this.junkLine = this.line;
      return;
    }
    if (isClosing(kind)) {
      const bytes = await rangeOf(this.opened, piece.slice, this.startByte, at + 1);
      this.builder.addJson(this.place(this.startByte, at + 1), bytes);
      this.index += 1;
      return;
    }
    this.endJunk(at);
    this.startByte = at;
    this.startLine = this.line;
  }

  /** Line ends of the piece up to `endByte`, each once. */
  countLines({ slice }: ScannedPiece, endByte: number): void {
    const part = slice.bytes.subarray(this.countedTo - slice.startByte, endByte - slice.startByte);
    for (let at = part.indexOf(10); at >= 0; at = part.indexOf(10, at + 1)) this.line += 1;
    this.countedTo = Math.max(this.countedTo, endByte);
  }

  private place(startByte: number, endByte: number, line = this.startLine, lastLine = this.line) {
    const lines = line === lastLine ? `line ${line}` : `lines ${line}–${lastLine}`;
    return { startByte, sizeBytes: endByte - startByte, line, path: `value ${this.index} (${lines})` };
  }

  private endJunk(endByte: number): void {
    if (this.junkByte === undefined) return;
    const place = this.place(this.junkByte, endByte, this.junkLine, this.junkLine);
    const reason = `Something that is no JSON object or array stands at byte ${this.junkByte.toLocaleString('en-US')}.`;
    this.builder.addFault(
      place,
      'not-json',
      reason,
      'Remove it and drop the file again, or go on without it.',
    );
    this.index += 1;
    this.junkByte = undefined;
  }

  async finish(endByte: number, isOpen: boolean): Promise<void> {
    this.endJunk(endByte);
    if (isOpen)
      this.builder.addJson(
        this.place(this.startByte, endByte),
        await rangeOf(this.opened, undefined, this.startByte, endByte),
      );
  }
}
