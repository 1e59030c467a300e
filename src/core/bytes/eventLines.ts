// A stream of a provider's events: server-sent events whose data is JSON
// (https://html.spec.whatwg.org/multipage/server-sent-events.html), or the same payloads as JSON Lines.

import type { FoundBatch, StopSignal } from './bytes';
import { isBlankLine, linesOf } from './lines';
import type { Line } from './lines';
import { parseRecord } from './parseRecord';
import { BatchBuilder, bytesAt } from './recordBatches';
import type { Opened, RecordReader } from './recordBatches';

const DATA = [100, 97, 116, 97, 58];
const isField = (line: Line) => line.bytes !== undefined && /^(data|event|id|retry)?:/.test(head(line.bytes));
const head = (bytes: Uint8Array) => String.fromCharCode(...bytes.subarray(0, 6));
const startsWithData = (bytes: Uint8Array) => DATA.every((byte, i) => bytes[i] === byte);

/** What follows `data:` in each line, joined by line ends; a line without a field is a payload itself. */
function payloadOf(bytes: Uint8Array): Uint8Array {
  if (!startsWithData(bytes)) return bytes;
  const payload = new Uint8Array(bytes.length);
  let length = 0;
  for (let from = 0; from < bytes.length;) {
    const lf = bytes.indexOf(10, from);
    const end = lf < 0 ? bytes.length : lf + 1;
    const line = bytes.subarray(from, end);
    if (startsWithData(line)) {
      const rest = line.subarray(line[5] === 32 ? 6 : 5);
      payload.set(rest, length);
      length += rest.length;
    }
    from = end;
  }
  return payload.subarray(0, length);
}

export function openEventLines(opened: Opened, fromByte: number): RecordReader {
  async function* records(stop: StopSignal | undefined, sliceBytes: number): AsyncGenerator<FoundBatch> {
    const events = new Events(opened);
    for await (const { lines, endByte } of linesOf(opened, fromByte, sliceBytes, stop)) {
      for (const line of lines) {
        await events.see(line);
        if (!events.builder.isFull()) continue;
        yield events.builder.take(line.startByte + line.sizeBytes);
        if (stop?.aborted) return;
      }
      yield events.builder.take(endByte);
    }
    if (stop?.aborted) return;
    await events.end();
    if (!events.builder.isEmpty()) yield events.builder.take(Number.MAX_SAFE_INTEGER);
  }
  return {
    records,
    async recordAt(place) {
      const bytes = payloadOf(await bytesAt(opened, place));
      const parsed = parseRecord(bytes, 0, opened.platform);
      if (!parsed.ok) throw new Error(parsed.reason);
      return parsed.value;
    },
    recordSourceAt: async (place) => opened.platform.decodeUtf8(payloadOf(await bytesAt(opened, place))),
  };
}

class Events {
  readonly builder: BatchBuilder;
  private readonly opened: Opened;
  private index = 0;
  /** The data lines of the event at hand. */
  private data: Line[] = [];

  constructor(opened: Opened) {
    this.opened = opened;
    this.builder = new BatchBuilder(opened);
  }

  async see(line: Line): Promise<void> {
    if (isBlankLine(line)) return this.end();
    if (line.bytes !== undefined && startsWithData(line.bytes)) {
      // Many files lost the blank lines between events: data that is whole JSON is an event of its own.
      if (this.data.length > 0 && isWhole(this.data)) await this.end();
      this.data.push(line);
      return;
    }
    if (isField(line)) return;
    await this.end();
    this.add(line.startByte, line.sizeBytes, line.line, line.bytes);
  }

  async end(): Promise<void> {
    const [first] = this.data;
    const last = this.data.at(-1);
    this.data = [];
    if (first === undefined || last === undefined) return;
    const sizeBytes = last.startByte + last.sizeBytes - first.startByte;
    const isTooLarge = sizeBytes > this.opened.limits.maxRecordBytes;
    const bytes =
      first === last
        ? first.bytes
        : isTooLarge
          ? undefined
          : await this.opened.reader.read(first.startByte, first.startByte + sizeBytes);
    this.add(first.startByte, sizeBytes, first.line, bytes && payloadOf(bytes));
  }

  private add(startByte: number, sizeBytes: number, line: number, payload: Uint8Array | undefined): void {
    if (
      payload !== undefined &&
      payload.length < 16 &&
      this.opened.platform.decodeUtf8(payload).trim() === '[DONE]'
    )
      return;
    this.index += 1;
    this.builder.addJson({ startByte, sizeBytes, line, path: `event ${this.index}` }, payload);
  }
}

/** Whether the data lines seen so far end where a JSON value may end. */
function isWhole(lines: Line[]): boolean {
  const last = lines.at(-1)?.bytes?.at(-1);
  return lines.length === 1 ? last === 125 || last === 93 : false;
}
