// Bytes that come out of a decompressor or transcoder, readable in any order: unpacked as far as was asked for,
// kept in pieces of a few MB wherever the caller keeps them.

import type { Fault } from '../model';
import type { ByteReader } from './byteReader';
import { readSource } from './byteReader';
import type { ByteSource } from './bytes';
import { count } from './parseRecord';

/** Gives its output synchronously to the function it was made with; throws on bad data. */
export interface Unpacker {
  push(bytes: Uint8Array): void;
  /** The input is over. */
  finish(): void;
}
export interface UnpackSettings {
  /** 'gzip', for messages. */
  name: string;
  unpack(onData: (bytes: Uint8Array) => void): Unpacker;
  maxBytes: number;
  /** How much packed input is taken at once. */
  chunkBytes: number;
  keepBytes(bytes: Uint8Array<ArrayBuffer>): ByteSource;
}
/** What the unpacker throws to give its own kind and reason. */
export class BadPacked extends Error {
  readonly kind: string;
  constructor(kind: string, reason: string) {
    super(reason);
    this.kind = kind;
  }
}

const PIECE_BYTES = 4 << 20;
/** Their bytes stay at hand, so reading from front to back asks `keepBytes` for nothing. */
const RECENT_PIECES = 4;

interface Piece {
  startByte: number;
  source: ByteSource;
  bytes?: Uint8Array;
}

export class UnpackedReader implements ByteReader {
  private readonly input: ByteReader;
  private readonly settings: UnpackSettings;
  private readonly unpacker: Unpacker;
  private readonly pieces: Piece[] = [];
  private pending: Uint8Array[] = [];
  private pendingStart = 0;
  private size = 0;
  private inputAt = 0;
  private isDone = false;
  private fault: Fault | undefined;
  private pulling: Promise<void> = Promise.resolve();

  constructor(input: ByteReader, settings: UnpackSettings) {
    this.input = input;
    this.settings = settings;
    this.unpacker = settings.unpack((bytes) => {
      if (bytes.length === 0) return;
      this.pending.push(bytes);
      this.size += bytes.length;
    });
  }

  async read(startByte: number, endByte: number): Promise<Uint8Array> {
    await this.pull(endByte);
    const end = Math.min(endByte, this.size);
    const result = new Uint8Array(Math.max(0, end - startByte));
    for (let at = startByte; at < end;) {
      const part = await this.partAt(at, end);
      result.set(part, at - startByte);
      at += part.length;
    }
    return result;
  }

  consumedAt(innerByte: number): number {
    const share = this.isDone && this.size > 0 ? Math.min(1, innerByte / this.size) : 1;
    return this.input.consumedAt(Math.round(this.inputAt * share));
  }

  damage(): Fault | undefined {
    return this.fault ?? this.input.damage();
  }

  /** Unpacks to the end. */
  async all(): Promise<{ sizeBytes: number; sources: ByteSource[] }> {
    await this.pull(Infinity);
    return { sizeBytes: this.size, sources: this.pieces.map((piece) => piece.source) };
  }

  /** One at a time: records and single traces are read side by side. */
  private pull(toByte: number): Promise<void> {
    const next = this.pulling.then(async () => {
      while (!this.isDone && this.size < toByte) await this.pullOnce();
    });
    this.pulling = next.catch(() => undefined);
    return next;
  }

  private async pullOnce(): Promise<void> {
    const { chunkBytes, maxBytes } = this.settings;
    const chunk = await this.input.read(this.inputAt, this.inputAt + chunkBytes);
    this.inputAt += chunk.length;
    try {
      if (chunk.length > 0) this.unpacker.push(chunk);
      if (chunk.length < chunkBytes) {
        this.isDone = true;
        this.unpacker.finish();
      }
    } catch (cause) {
      this.stopAt(cause);
    }
    if (this.size > maxBytes) this.stopAt(tooMuch(maxBytes));
    if (this.isDone || this.size - this.pendingStart >= PIECE_BYTES) this.keepPending();
  }

  private stopAt(cause: unknown): void {
    this.isDone = true;
    const reason = cause instanceof Error ? cause.message : String(cause);
    const isCut = /unexpected EOF/i.test(reason);
    const kind = cause instanceof BadPacked ? cause.kind : isCut ? 'cut-off' : 'damaged';
    const what = isCut ? 'it ends before its data does' : reason;
    this.fault = {
      position: '$',
      kind,
      reason: `The ${this.settings.name} data can be read up to byte ${count(this.size)} of what it holds: ${what}.`,
      remedy:
        kind === 'too-large'
          ? 'Unpack it yourself and drop the parts you need.'
          : 'Copy or download the file again; what comes before is read.',
    };
  }

  private keepPending(): void {
    const sizeBytes = this.size - this.pendingStart;
    if (sizeBytes === 0) return;
    const bytes = new Uint8Array(sizeBytes);
    let at = 0;
    for (const part of this.pending) {
      bytes.set(part, at);
      at += part.length;
    }
    this.pieces.push({ startByte: this.pendingStart, source: this.settings.keepBytes(bytes), bytes });
    const old = this.pieces.at(-1 - RECENT_PIECES);
    if (old !== undefined) delete old.bytes;
    this.pending = [];
    this.pendingStart = this.size;
  }

  /** Bytes from `at` on, as far as they lie together. */
  private async partAt(at: number, end: number): Promise<Uint8Array> {
    if (at >= this.pendingStart) this.keepPending();
    let low = 0;
    let high = this.pieces.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.pieces[middle]!.startByte <= at) low = middle;
      else high = middle - 1;
    }
    const { startByte, source, bytes } = this.pieces[low]!;
    const [from, to] = [at - startByte, Math.min(end - startByte, source.size)];
    return bytes?.subarray(from, to) ?? readSource(source, from, to);
  }
}

const tooMuch = (maxBytes: number) =>
  new BadPacked('too-large', `it unpacks to more than the limit of ${count(maxBytes)} bytes`);

/** Where pieces stay when the caller names no place. */
export const keptInMemory = (bytes: Uint8Array<ArrayBuffer>): ByteSource => ({
  size: bytes.length,
  slice: (startByte, endByte) => ({
    arrayBuffer: () => Promise.resolve(bytes.slice(startByte, endByte).buffer),
  }),
});
