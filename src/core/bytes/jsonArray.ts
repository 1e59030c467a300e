import type { FoundBatch, StopSignal } from './bytes';
import { trimmed } from './byteReader';
import type { Slice } from './byteReader';
import { CLOSE_OBJECT, COMMA, JsonScanner, OPEN_ARRAY, isClosing } from './jsonScanner';
import { BatchBuilder, jsonReader } from './recordBatches';
import type { Opened, RecordReader } from './recordBatches';
import { rangeOf, scanSlices } from './scanSlices';

const REMEDY_CUT = 'The file was probably cut off while it was written or copied. What comes before is read.';

/** Elements of the array that begins at `fromByte`, one by one. `prefix` is its path in the file's object; what
 *  follows the array then belongs to that object. */
export function openJsonArray(opened: Opened, fromByte: number, prefix?: string): RecordReader {
  async function* records(stop: StopSignal | undefined, sliceBytes: number): AsyncGenerator<FoundBatch> {
    const elements = new Elements(opened, prefix ?? '');
    const scanner = new JsonScanner(1, 1);
    let endByte = fromByte;
    for await (const piece of scanSlices(opened, scanner, fromByte, sliceBytes, stop)) {
      endByte = piece.endByte;
      for (let i = 0; i < piece.events.length; i += 3) {
        const [kind, depth, at] = [piece.events[i]!, piece.events[i + 1]!, piece.events[i + 2]!];
        if (elements.hasEnded) {
          if (prefix === undefined) elements.addTrailing(at);
          break;
        }
        if (depth !== 1) continue;
        await elements.see(kind, at, piece.slice);
        if (!elements.builder.isFull()) continue;
        yield elements.builder.take(at);
        if (stop?.aborted) return;
      }
      yield elements.builder.take(endByte);
      if (elements.hasEnded && (prefix !== undefined || elements.hasTrailing)) return;
    }
    if (stop?.aborted || elements.hasEnded) return;
    await elements.cutOff(endByte, scanner);
    yield elements.builder.take(endByte);
  }
  return jsonReader(opened, records);
}

class Elements {
  readonly builder: BatchBuilder;
  hasEnded = false;
  hasTrailing = false;
  private index = 0;
  private startByte = 0;
  private readonly opened: Opened;
  private readonly prefix: string;

  constructor(opened: Opened, prefix: string) {
    this.opened = opened;
    this.prefix = prefix;
    this.builder = new BatchBuilder(opened);
  }

  async see(kind: number, at: number, slice: Slice): Promise<void> {
    if (kind === COMMA || isClosing(kind)) await this.add(at, slice, kind !== COMMA);
    if (kind === CLOSE_OBJECT) this.addWrongEnd(at);
    if (kind === COMMA || kind === OPEN_ARRAY) this.startByte = at + 1;
  }

  private place(startByte: number, sizeBytes: number) {
    return { startByte, sizeBytes, path: `${this.prefix}[${this.index}]` };
  }

  private async add(endByte: number, slice: Slice, isLast: boolean): Promise<void> {
    const bytes = await rangeOf(this.opened, slice, this.startByte, endByte);
    this.hasEnded = isLast;
    if (bytes === undefined) {
      this.builder.addJson(this.place(this.startByte, endByte - this.startByte), undefined);
      this.index += 1;
      return;
    }
    const [from, to] = trimmed(bytes);
    const place = this.place(this.startByte + from, to - from);
    if (from < to) this.builder.addJson(place, bytes.subarray(from, to));
    else if (isLast) return;
    else
      this.builder.addFault(
        place,
        'not-json',
        'Two commas with nothing between them.',
        'Remove one of them.',
      );
    this.index += 1;
  }

  /** A whole element right before the cut is kept: it can only be known to be whole by its own last byte. */
  async cutOff(endByte: number, scanner: JsonScanner): Promise<void> {
    const bytes = await rangeOf(this.opened, undefined, this.startByte, endByte);
    const [from, to] = bytes === undefined ? [0, 0] : trimmed(bytes);
    const last = to > from ? bytes?.[to - 1] : undefined;
    const isWhole = scanner.depth === 1 && !scanner.inString && (last === 125 || last === 93 || last === 34);
    if (isWhole) {
      this.builder.addJson(this.place(this.startByte + from, to - from), bytes!.subarray(from, to));
      this.index += 1;
    }
    const startByte = isWhole ? endByte : this.startByte + from;
    const reason = `The array has no end: the file stops inside it, at byte ${endByte.toLocaleString('en-US')}.`;
    this.builder.addFault(this.place(startByte, endByte - startByte), 'cut-off', reason, REMEDY_CUT);
    this.hasEnded = true;
  }

  private addWrongEnd(at: number): void {
    const reason = `The array is closed by “}” at byte ${at.toLocaleString('en-US')}.`;
    this.builder.addFault(this.place(at, 1), 'not-json', reason, 'Fix the brackets and drop the file again.');
  }

  addTrailing(at: number): void {
    if (this.hasTrailing) return;
    this.hasTrailing = true;
    this.builder.addFault(
      { startByte: at, sizeBytes: 0, path: `[${this.index}]` },
      'trailing',
      `The array ends at element ${this.index - 1}, but more follows at byte ${at.toLocaleString('en-US')}; it is not read.`,
      'Keep one array in a file, or write one record a line (JSON Lines).',
    );
  }
}
