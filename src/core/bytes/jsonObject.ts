import type { FoundBatch, StopSignal } from './bytes';
import { trimmed } from './byteReader';
import {
  CLOSE_ARRAY,
  CLOSE_OBJECT,
  COLON,
  COMMA,
  JsonScanner,
  OPEN_ARRAY,
  OPEN_OBJECT,
  isClosing,
} from './jsonScanner';
import { keyOf } from './objectShape';
import { memberPath } from './positions';
import { BatchBuilder, jsonReader } from './recordBatches';
import type { Opened, RecordReader } from './recordBatches';
import { rangeOf, scanSlices } from './scanSlices';
import type { ScannedPiece } from './scanSlices';

const REMEDY_CUT = 'The file was probably cut off while it was written or copied. What comes before is read.';

/** One object that is the record itself. */
export function openJsonObject(opened: Opened, startByte: number, endByte: number): RecordReader {
  async function* records(): AsyncGenerator<FoundBatch> {
    const builder = new BatchBuilder(opened);
    const bytes = await rangeOf(opened, undefined, startByte, endByte);
    builder.addJson({ startByte, sizeBytes: endByte - startByte, path: '$' }, bytes);
    yield builder.take(endByte);
  }
  return jsonReader(opened, records);
}

/** A dict of objects or of arrays of objects: each inner object is a record, its key beside it. */
export function openJsonDict(opened: Opened, fromByte: number): RecordReader {
  async function* records(stop: StopSignal | undefined, sliceBytes: number): AsyncGenerator<FoundBatch> {
    const entries = new DictEntries(opened);
    let endByte = fromByte;
    for await (const piece of scanSlices(opened, new JsonScanner(2, 2), fromByte, sliceBytes, stop)) {
      endByte = piece.endByte;
      for (let i = 0; i < piece.events.length && !entries.hasEnded; i += 3) {
        await entries.see(piece.events[i]!, piece.events[i + 1]!, piece.events[i + 2]!, piece);
        if (!entries.builder.isFull()) continue;
        yield entries.builder.take(piece.events[i + 2]!);
        if (stop?.aborted) return;
      }
      yield entries.builder.take(endByte);
    }
    if (stop?.aborted || entries.hasEnded) return;
    entries.cutOff(endByte);
    yield entries.builder.take(endByte);
  }
  return jsonReader(opened, records);
}

class DictEntries {
  readonly builder: BatchBuilder;
  hasEnded = false;
  private readonly opened: Opened;
  private startByte = 0;
  private key = '';
  /** The place in an array; -1: the value is an object. */
  private index = -1;

  constructor(opened: Opened) {
    this.opened = opened;
    this.builder = new BatchBuilder(opened);
  }

  async see(kind: number, depth: number, at: number, piece: ScannedPiece): Promise<void> {
    if (depth === 1) await this.seeMember(kind, at, piece);
    else if (kind === OPEN_OBJECT) this.begin(at, -1);
    else if (kind === OPEN_ARRAY) this.begin(at + 1, 0);
    else if (isClosing(kind) && this.index < 0) await this.add(at + 1, piece);
    else if (kind !== COLON && this.index >= 0) {
      await this.add(at, piece, kind !== COMMA);
      if (kind === CLOSE_OBJECT) this.addWrongEnd(at);
      this.begin(at + 1, this.index + 1);
    }
  }

  private async seeMember(kind: number, at: number, piece: ScannedPiece): Promise<void> {
    if (kind === COLON) this.key = await keyOf(this.opened, this.startByte, at, piece.slice);
    else if (isClosing(kind)) this.hasEnded = true;
    if (kind === CLOSE_ARRAY) this.addWrongEnd(at);
    if (!isClosing(kind)) this.begin(at + 1, -1);
  }

  private begin(at: number, index: number): void {
    this.startByte = at;
    this.index = index;
  }

  private place(startByte: number, sizeBytes: number) {
    const path = memberPath(this.key, true) + (this.index < 0 ? '' : `[${this.index}]`);
    return { startByte, sizeBytes, path };
  }

  private async add(endByte: number, piece: ScannedPiece, isLast = false): Promise<void> {
    const bytes = await rangeOf(this.opened, piece.slice, this.startByte, endByte);
    const [from, to] = bytes === undefined ? [0, endByte - this.startByte] : trimmed(bytes);
    if (from === to && isLast) return;
    this.builder.addJson(this.place(this.startByte + from, to - from), bytes?.subarray(from, to), this.key);
  }

  private addWrongEnd(at: number): void {
    const reason = `A bracket of the wrong kind closes at byte ${at.toLocaleString('en-US')}.`;
    this.builder.addFault(this.place(at, 1), 'not-json', reason, 'Fix the brackets and drop the file again.');
  }

  cutOff(endByte: number): void {
    this.builder.addFault(
      this.place(this.startByte, endByte - this.startByte),
      'cut-off',
      `The object has no end: the file stops inside it, at byte ${endByte.toLocaleString('en-US')}.`,
      REMEDY_CUT,
    );
  }
}
