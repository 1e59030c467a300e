import type { Fault } from '../model';
import { Unreadable, readerOf, unreadableFault } from './byteReader';
import type { ByteReader } from './byteReader';
import type {
  ByteSource,
  Container,
  OpenedContainer,
  OpenOptions,
  OpenResult,
  Platform,
  RawRecord,
  FoundBatch,
  StopSignal,
} from './bytes';
import type { LinePiece } from './linePieces';
import { bomBytes } from './parseRecord';
import { parseBatch } from './parseBatch';
import { openParquet } from './parquet';
import { beginsLikeJson, firstVisible, recogniseJson } from './recognise';
import type { Limits, Opened, RecordReader } from './recordBatches';
import { openSeparated } from './separatedRows';
import { recogniseSeparated } from './recogniseSeparated';
import { openText } from './textRecord';
import { UnpackedReader, keptInMemory } from './unpackedReader';
import type { UnpackSettings } from './unpackedReader';
import { fromUtf16, gunzip, unzstd } from './unpackers';
import { listZip } from './zipArchive';
import { asNamedSources, openInspectLog, openZipEntries } from './zipRecords';

const DEFAULTS: Limits = { sliceBytes: 8 << 20, maxRecordBytes: 256 << 20, maxInflatedBytes: 8 * 2 ** 30 };
/** Small, so that what a bomb unpacks at once stays small. */
const PACKED_CHUNK_BYTES = 64 << 10;
const SAMPLE_RECORDS = 200;
const SAMPLE_BYTES = 4 << 20;
const SAMPLE_SLICE_BYTES = 1 << 20;

/** Recognises what the bytes are, by content alone, and takes a sample. Not ok: nothing in it can be read. */
export async function openContainer(
  source: ByteSource,
  platform: Platform,
  options: OpenOptions = {},
): Promise<OpenResult> {
  try {
    if (source.size === 0) return { ok: false, fault: emptyFault('The file has no bytes.') };
    const layers = { platform, limits: { ...DEFAULTS, ...limitsOf(options) }, options, wrapped: [] };
    return await openBytes(readerOf(source), layers, source);
  } catch (cause) {
    if (cause instanceof Unreadable) return { ok: false, fault: unreadableFault(cause) };
    throw cause;
  }
}

function limitsOf(options: OpenOptions): Partial<Limits> {
  const limits: Partial<Limits> = {};
  if (options.sliceBytes !== undefined) limits.sliceBytes = options.sliceBytes;
  if (options.maxRecordBytes !== undefined) limits.maxRecordBytes = options.maxRecordBytes;
  if (options.maxInflatedBytes !== undefined) limits.maxInflatedBytes = options.maxInflatedBytes;
  return limits;
}

/** What every layer of one dropped file shares. */
interface Layers {
  platform: Platform;
  limits: Limits;
  options: OpenOptions;
  /** gzip, zstd and UTF-16 around what is opened now, and how its innermost bytes can be had. */
  wrapped: string[];
  unpacked?: UnpackedReader;
}
const MAX_LAYERS = 3;

/** `source`: the same bytes, where they lie in a file. */
async function openBytes(reader: ByteReader, layers: Layers, source?: ByteSource): Promise<OpenResult> {
  const head = await reader.read(0, 4);
  const starts = (...bytes: number[]) => bytes.every((byte, i) => head[i] === byte);
  if (layers.options.as === undefined && layers.wrapped.length < MAX_LAYERS) {
    if (starts(0x1f, 0x8b)) return openUnpacked(reader, layers, 'gzip', gunzip);
    if (starts(0x28, 0xb5, 0x2f, 0xfd)) return openUnpacked(reader, layers, 'zstd', unzstd);
    if (starts(0x50, 0x4b, 3, 4) || starts(0x50, 0x4b, 5, 6)) return openZip(reader, layers, source);
    if (starts(0x50, 0x41, 0x52, 0x31)) return openTable(reader, layers, source);
  }
  if (starts(0xff, 0xfe)) return openUnpacked(reader, layers, 'UTF-16', fromUtf16(layers.platform, 'le'));
  if (starts(0xfe, 0xff)) return openUnpacked(reader, layers, 'UTF-16', fromUtf16(layers.platform, 'be'));
  const fromByte = bomBytes(head);
  return openPlain(openedIn(reader, layers, 'text', fromByte > 0), layers, fromByte);
}

function openedIn(
  reader: ByteReader,
  { platform, limits, wrapped }: Layers,
  id: string,
  isBom = false,
): Opened {
  const container: Container = { id, detail: {} };
  if (isBom || wrapped.includes('UTF-16')) container.bom = true;
  return { reader, platform, limits, container };
}

function openUnpacked(
  reader: ByteReader,
  layers: Layers,
  name: string,
  unpack: UnpackSettings['unpack'],
): Promise<OpenResult> {
  const { sliceBytes, maxInflatedBytes } = layers.limits;
  const unpacked = new UnpackedReader(reader, {
    name,
    unpack,
    maxBytes: maxInflatedBytes,
    chunkBytes: Math.min(sliceBytes, PACKED_CHUNK_BYTES),
    keepBytes: keepIn(layers),
  });
  return openBytes(unpacked, { ...layers, wrapped: [...layers.wrapped, name], unpacked });
}

const keepIn = ({ options }: Layers): UnpackSettings['keepBytes'] =>
  options.keepBytes === undefined ? keptInMemory : (bytes) => options.keepBytes!(bytes);

/** Zip and Parquet begin at their end. */
async function sourceOf(reader: ByteReader, { unpacked }: Layers, source?: ByteSource): Promise<ByteSource> {
  if (source !== undefined || unpacked === undefined) return source!;
  const { sizeBytes } = await unpacked.all();
  const read = async (startByte: number, endByte: number) =>
    new Uint8Array(await reader.read(startByte, endByte)).buffer;
  return {
    size: sizeBytes,
    slice: (startByte, endByte) => ({ arrayBuffer: () => read(startByte, endByte) }),
  };
}

async function openTable(reader: ByteReader, layers: Layers, source?: ByteSource): Promise<OpenResult> {
  const opened = openedIn(reader, layers, 'parquet');
  const table = await openParquet(opened, await sourceOf(reader, layers, source));
  return table.ok ? openedAs(opened, table.value, layers) : table;
}

async function openZip(reader: ByteReader, layers: Layers, source?: ByteSource): Promise<OpenResult> {
  const opened = openedIn(reader, layers, 'zip');
  const entries = await listZip(await sourceOf(reader, layers, source), layers.limits, keepIn(layers));
  if (!entries.ok) return entries;
  opened.container.zipEntries = entries.value.length;
  if (entries.value.length === 0) return { ok: false, fault: emptyFault('The zip has no entries.') };
  const openInner = (inner: UnpackedReader) =>
    openBytes(inner, { ...layers, wrapped: [...layers.wrapped, 'zip'], unpacked: inner });
  const records =
    (await openInspectLog(opened, entries.value)) ?? openZipEntries(opened, entries.value, openInner);
  const result = await openedAs(opened, records, layers);
  if (result.ok) result.value.entries = asNamedSources(entries.value);
  return result;
}

/** JSON of any kind, rows of cells, or text. */
async function openPlain(opened: Opened, layers: Layers, fromByte: number): Promise<OpenResult> {
  if (layers.options.as === 'text') return openedAs(opened, openText(opened, fromByte), layers);
  if ((await firstVisible(opened, fromByte)) === undefined) {
    const damage = opened.reader.damage();
    return { ok: false, fault: damage ?? emptyFault('The file holds nothing but white space.') };
  }
  const plain = { ...opened.container };
  const json = await recogniseJson(opened, fromByte);
  if (json !== undefined) {
    const result = await openedAs(opened, json, layers);
    if (result.ok) return result;
    if (await beginsLikeJson(opened, fromByte)) return { ok: false, fault: offeringText(result.fault) };
    opened.container = plain;
  }
  const separation = await recogniseSeparated(opened, fromByte);
  if (separation !== undefined) {
    opened.container.id = separation.delimiter === '\t' ? 'tsv' : 'csv';
    opened.container.detail = { ...separation };
    return openedAs(opened, openSeparated(opened, fromByte, separation), layers);
  }
  return openedAs(opened, openText(opened, fromByte), layers);
}

/** Not ok: everything was seen, nothing of it could be read. */
async function openedAs(opened: Opened, reader: RecordReader, layers: Layers): Promise<OpenResult> {
  const { sample, faults, isAll } = await takeSample(opened, reader);
  const fault = opened.reader.damage() ?? faults[0];
  if (sample.length === 0 && isAll && fault !== undefined)
    return { ok: false, fault: { ...fault, position: '$' } };
  const outer = layers.wrapped.filter((name) => name === 'gzip' || name === 'zstd');
  opened.container.id = [...outer, opened.container.id].join('+');
  const { unpacked } = layers;
  const value: OpenedContainer = {
    container: opened.container,
    sample,
    async *records(stop) {
      for await (const batch of guarded(opened, reader, stop)) yield parseBatch(batch, opened.platform);
    },
    found: (stop) => guarded(opened, reader, stop),
    recordAt: (place) => shown(() => reader.recordAt(place)),
    recordSourceAt: (place) => shown(() => reader.recordSourceAt(place)),
  };
  const { pieces } = reader;
  if (pieces !== undefined)
    value.pieces = (buffers, stop) => guardedPieces(opened, pieces(buffers, stop), stop);
  if (unpacked === undefined && reader.table !== undefined) value.table = reader.table;
  if (unpacked !== undefined) value.inflated = () => shown(async () => (await unpacked.all()).sources);
  return { ok: true, value };
}

async function takeSample(opened: Opened, reader: RecordReader) {
  const sample: RawRecord[] = [];
  const faults: Fault[] = [];
  const stop = { aborted: false };
  let isAll = true;
  const sliceBytes = Math.min(opened.limits.sliceBytes, SAMPLE_SLICE_BYTES);
  for await (const found of reader.records(stop, sliceBytes)) {
    const batch = parseBatch(found, opened.platform);
    sample.push(...batch.records);
    faults.push(...batch.faults);
    isAll = sample.length < SAMPLE_RECORDS && (batch.bytesRead < SAMPLE_BYTES || sample.length === 0);
    if (!isAll) break;
  }
  return { sample: sample.slice(0, SAMPLE_RECORDS), faults, isAll };
}

/** Bytes that stop before their end become a fault, not a throw; the record they cut and the packing they cut
 *  are one fault, so a batch is held back until it is known whether more follows. */
async function* guarded(opened: Opened, reader: RecordReader, stop?: StopSignal): AsyncGenerator<FoundBatch> {
  let held: FoundBatch = { found: [], faults: [], bytesRead: 0 };
  try {
    for await (const batch of reader.records(stop, opened.limits.sliceBytes)) {
      if (held.found.length + held.faults.length > 0 || held.warnings !== undefined) yield held;
      held = batch;
      if (stop?.aborted) return;
    }
    const damage = opened.reader.damage();
    if (damage !== undefined) held.damage = damage;
  } catch (cause) {
    if (!(cause instanceof Unreadable)) throw cause;
    held.faults.push(unreadableFault(cause));
  }
  yield held;
}

/** The same for pieces. */
async function* guardedPieces(
  opened: Opened,
  pieces: AsyncGenerator<LinePiece>,
  stop?: StopSignal,
): AsyncGenerator<LinePiece> {
  let held: LinePiece = { bytes: new Uint8Array(0), startByte: 0, maxRecordBytes: 0, bytesRead: 0 };
  try {
    for await (const piece of pieces) {
      if (held.bytesRead > 0) yield held;
      held = piece;
      if (stop?.aborted) return;
    }
    const damage = opened.reader.damage();
    if (damage !== undefined) held.damage = damage;
  } catch (cause) {
    if (!(cause instanceof Unreadable)) throw cause;
    held.faults = [unreadableFault(cause)];
  }
  yield held;
}

async function shown<T>(read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (cause) {
    if (cause instanceof Unreadable) throw new Error(unreadableFault(cause).reason, { cause });
    throw cause;
  }
}

const emptyFault = (reason: string): Fault => ({
  position: '$',
  kind: 'empty',
  reason,
  remedy: 'Choose the file again if it should hold traces; it may have been cut off while it was copied.',
});

const offeringText = (fault: Fault): Fault => ({
  ...fault,
  remedy: `${fault.remedy} Or open it as text.`,
});
