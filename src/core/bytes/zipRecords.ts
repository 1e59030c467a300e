import type { Fault, RecordPlace, Result } from '../model';
import type { BytePlace, NamedSource, OpenedContainer, OpenResult, FoundBatch, StopSignal } from './bytes';
import { parseRecord, tooLarge } from './parseRecord';
import { positionOf } from './positions';
import { BatchBuilder } from './recordBatches';
import type { Opened, RecordReader } from './recordBatches';
import type { UnpackedReader } from './unpackedReader';
import type { ZipEntry } from './zipArchive';

const SAMPLE = /(^|\/)samples\/[^/]+\.json$/;
const HEADERS = [/(^|\/)header\.json$/, /(^|\/)_journal\/start\.json$/];

/** A log of Inspect (https://inspect.aisi.org.uk/eval-logs.html): one entry a sample. After a crash there is no
 *  header.json, but the journal's start. */
export async function openInspectLog(opened: Opened, entries: ZipEntry[]): Promise<RecordReader | undefined> {
  const samples = entries.filter(({ name }) => SAMPLE.test(name)).sort(byEpochAndId);
  const header = HEADERS.map((pattern) => entries.find(({ name }) => pattern.test(name))).find(Boolean);
  if (samples.length === 0 || header === undefined) return undefined;
  const parsed = await parsedEntry(opened, header);
  opened.container.detail = { ...opened.container.detail, header: parsed.ok ? parsed.value : {} };

  async function* records(stop: StopSignal | undefined): AsyncGenerator<FoundBatch> {
    const builder = new BatchBuilder(opened);
    let packedBytes = 0;
    for (const entry of samples) {
      if (stop?.aborted) return;
      const place = { startByte: 0, sizeBytes: entry.sizeBytes, path: entry.name };
      const value = await parsedEntry(opened, entry);
      if (value.ok) builder.addRecord({ place, value: value.value }, entry.sizeBytes);
      else builder.addFault(place, value.fault.kind, value.fault.reason, value.fault.remedy);
      packedBytes += entry.packedBytes;
      if (builder.isFull()) yield builder.take(packedBytes);
    }
    yield builder.take(Infinity);
  }
  const entryAt = (place: RecordPlace) => entries.find(({ name }) => 'path' in place && name === place.path);
  return {
    records,
    async recordAt(place) {
      const entry = entryAt(place);
      const value = entry && (await parsedEntry(opened, entry));
      if (value?.ok !== true) throw new Error(value?.fault.reason ?? 'The zip has no such entry.');
      return value.value;
    },
    async recordSourceAt(place) {
      const entry = entryAt(place);
      const bytes = entry && (await entryBytes(opened, entry));
      if (bytes?.ok !== true) throw new Error(bytes?.fault.reason ?? 'The zip has no such entry.');
      return opened.platform.decodeUtf8(bytes.value);
    },
  };
}

/** `samples/<id>_epoch_<n>.json`, ids that are numbers by their value. */
function byEpochAndId(a: ZipEntry, b: ZipEntry): number {
  const [, idA = a.name, epochA = '0'] = /([^/]+)_epoch_(\d+)\.json$/.exec(a.name) ?? [];
  const [, idB = b.name, epochB = '0'] = /([^/]+)_epoch_(\d+)\.json$/.exec(b.name) ?? [];
  return Number(epochA) - Number(epochB) || idA.localeCompare(idB, 'en', { numeric: true });
}

async function entryBytes(opened: Opened, entry: ZipEntry): Promise<Result<Uint8Array, Fault>> {
  const { maxRecordBytes } = opened.limits;
  if (entry.sizeBytes > maxRecordBytes) {
    const { kind, reason, remedy } = tooLarge(entry.sizeBytes, maxRecordBytes);
    return { ok: false, fault: { position: entry.name, kind, reason, remedy } };
  }
  const reader = await entry.open();
  if (!reader.ok) return reader;
  const bytes = await reader.value.read(0, entry.sizeBytes + 1);
  const damage = reader.value.damage();
  if (damage !== undefined) return { ok: false, fault: { ...damage, position: entry.name } };
  return { ok: true, value: bytes };
}

async function parsedEntry(opened: Opened, entry: ZipEntry): Promise<Result<unknown, Fault>> {
  const bytes = await entryBytes(opened, entry);
  if (!bytes.ok) return bytes;
  const parsed = parseRecord(bytes.value, 0, opened.platform);
  if (parsed.ok) return parsed;
  const { kind, reason, remedy } = parsed;
  return { ok: false, fault: { position: entry.name, kind, reason, remedy } };
}

export type OpenInner = (reader: UnpackedReader) => Promise<OpenResult>;

/** Any other zip: the records of one entry after another, each entry recognised by itself. */
export function openZipEntries(opened: Opened, entries: ZipEntry[], openInner: OpenInner): RecordReader {
  async function* records(stop: StopSignal | undefined): AsyncGenerator<FoundBatch> {
    const builder = new BatchBuilder(opened);
    let packedBytes = 0;
    for (const entry of entries) {
      if (stop?.aborted) return;
      const inner = await openEntry(entry, openInner);
      if (inner.ok) yield* entryRecords(entry, inner.value, packedBytes, stop);
      else addClosed(builder, entry, inner.fault);
      packedBytes += entry.packedBytes;
      yield builder.take(packedBytes);
    }
  }
  let last: { name: string; inner: Promise<OpenResult> } | undefined;
  const innerAt = async (place: RecordPlace): Promise<[OpenedContainer, RecordPlace]> => {
    const path = 'path' in place ? (place.path ?? '') : '';
    const entry = entries.find(({ name }) => path === name || path.startsWith(`${name} `));
    if (entry === undefined || !('startByte' in place)) throw new Error('The zip has no such entry.');
    if (last?.name !== entry.name) last = { name: entry.name, inner: openEntry(entry, openInner) };
    const inner = await last.inner;
    if (!inner.ok) throw new Error(inner.fault.reason);
    const innerPath = path.slice(entry.name.length + 1);
    return [
      inner.value,
      { startByte: place.startByte, sizeBytes: place.sizeBytes, ...(innerPath && { path: innerPath }) },
    ];
  };
  return {
    records,
    async recordAt(place) {
      const [inner, innerPlace] = await innerAt(place);
      return inner.recordAt(innerPlace);
    },
    async recordSourceAt(place) {
      const [inner, innerPlace] = await innerAt(place);
      return inner.recordSourceAt(innerPlace);
    },
  };
}

async function openEntry(entry: ZipEntry, openInner: OpenInner): Promise<OpenResult> {
  const reader = await entry.open();
  if (!reader.ok) return reader;
  const inner = await openInner(reader.value);
  if (inner.ok && inner.value.container.id.endsWith('parquet'))
    return {
      ok: false,
      fault: {
        position: entry.name,
        kind: 'nested-parquet',
        reason: 'It is a Parquet file inside a zip.',
        remedy: 'Unpack the zip and drop the Parquet file itself.',
      },
    };
  return inner;
}

/** Pictures and the like beside the traces are said, but are no faults. */
function addClosed(builder: BatchBuilder, entry: ZipEntry, fault: Fault): void {
  const place = { startByte: 0, sizeBytes: entry.sizeBytes, path: entry.name };
  if (fault.kind === 'binary' || fault.kind === 'empty')
    builder.addWarnings([{ kind: 'not-traces', reason: `${entry.name}: ${fault.reason} It is left out.` }]);
  else builder.addFault(place, fault.kind, fault.reason, fault.remedy);
}

async function* entryRecords(
  entry: ZipEntry,
  inner: OpenedContainer,
  packedBefore: number,
  stop: StopSignal | undefined,
): AsyncGenerator<FoundBatch> {
  const pathOf = (position: string) => (position === '$' ? entry.name : `${entry.name} ${position}`);
  const namedBytes = (place: BytePlace): BytePlace => ({ ...place, path: pathOf(positionOf(place)) });
  const named = (place: RecordPlace): RecordPlace => ('startByte' in place ? namedBytes(place) : place);
  const namedFault = (fault: Fault): Fault => ({
    ...fault,
    position: pathOf(fault.position),
    ...(fault.at && { at: named(fault.at) }),
  });
  for await (const batch of inner.found(stop)) {
    yield {
      ...batch,
      found: batch.found.map((record) =>
        'bytes' in record
          ? { ...record, place: namedBytes(record.place) }
          : { ...record, place: named(record.place) },
      ),
      faults: batch.faults.map(namedFault),
      ...(batch.damage && { damage: namedFault(batch.damage) }),
      bytesRead: packedBefore + batch.bytesRead,
    };
  }
}

/** Each entry as a file of its own, unpacked while it is read. */
export const asNamedSources = (entries: ZipEntry[]): NamedSource[] =>
  entries.map((entry) => {
    let reader: ReturnType<ZipEntry['open']> | undefined;
    const read = async (startByte: number, endByte: number): Promise<ArrayBuffer> => {
      const opened = await (reader ??= entry.open());
      if (!opened.ok) throw new Error(opened.fault.reason);
      const bytes = await opened.value.read(startByte, endByte);
      const damage = opened.value.damage();
      if (damage !== undefined) throw new Error(damage.reason);
      return new Uint8Array(bytes).buffer;
    };
    const slice = (startByte: number, endByte: number) => ({ arrayBuffer: () => read(startByte, endByte) });
    return { name: entry.name, source: { size: entry.sizeBytes, slice } };
  });
