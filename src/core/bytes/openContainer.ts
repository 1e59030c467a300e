import type { Fault, RecordPlace } from '../model';
import { Unreadable, readerOf, unreadableFault } from './byteReader';
import type { ByteReader } from './byteReader';
import type {
  ByteSource,
  OpenOptions,
  OpenResult,
  Platform,
  RawRecord,
  RecordBatch,
  StopSignal,
} from './bytes';
import { beginsLikeJson, firstVisible, recogniseJson } from './recognise';
import type { Limits, Opened, RecordReader } from './recordBatches';
import { openText } from './textRecord';

const DEFAULTS: Limits = { sliceBytes: 8 << 20, maxRecordBytes: 256 << 20, maxInflatedBytes: 8 * 2 ** 30 };
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
    const limits = { ...DEFAULTS, ...limitsOf(options) };
    return await openBytes(readerOf(source), platform, limits, options);
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

async function openBytes(
  reader: ByteReader,
  platform: Platform,
  limits: Limits,
  options: OpenOptions,
): Promise<OpenResult> {
  const opened: Opened = { reader, platform, limits, container: { id: 'text', detail: {} } };
  const head = await reader.read(0, 4);
  const fromByte = head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf ? 3 : 0;
  if (fromByte > 0) opened.container.bom = true;
  if (options.as === 'text') return openedAs(opened, openText(opened, fromByte));
  if ((await firstVisible(opened, fromByte)) === undefined)
    return { ok: false, fault: emptyFault('The file holds nothing but white space.') };
  const json = await recogniseJson(opened, fromByte);
  if (json !== undefined) {
    const result = await openedAs(opened, json);
    if (result.ok) return result;
    if (await beginsLikeJson(opened, fromByte)) return { ok: false, fault: offeringText(result.fault) };
    opened.container = { id: 'text', detail: {}, ...(fromByte > 0 ? { bom: true } : {}) };
  }
  return openedAs(opened, openText(opened, fromByte));
}

/** Not ok: everything was seen, nothing of it could be read. */
async function openedAs(opened: Opened, reader: RecordReader): Promise<OpenResult> {
  const { sample, faults, isAll } = await takeSample(opened, reader);
  const [fault] = faults;
  if (sample.length === 0 && isAll && fault !== undefined)
    return { ok: false, fault: { ...fault, position: '$' } };
  return {
    ok: true,
    value: {
      container: opened.container,
      sample,
      records: (stop) => guarded(opened, reader, stop),
      recordAt: (place) => shown(() => reader.recordAt(place)),
      recordSourceAt: (place: RecordPlace) => shown(() => reader.recordSourceAt(place)),
    },
  };
}

async function takeSample(opened: Opened, reader: RecordReader) {
  const sample: RawRecord[] = [];
  const faults: Fault[] = [];
  const stop = { aborted: false };
  let isAll = true;
  const sliceBytes = Math.min(opened.limits.sliceBytes, SAMPLE_SLICE_BYTES);
  for await (const batch of reader.records(stop, sliceBytes)) {
    sample.push(...batch.records);
    faults.push(...batch.faults);
    isAll = sample.length < SAMPLE_RECORDS && (batch.bytesRead < SAMPLE_BYTES || sample.length === 0);
    if (!isAll) break;
  }
  return { sample: sample.slice(0, SAMPLE_RECORDS), faults, isAll };
}

/** Bytes that stop before their end become a fault, not a throw. */
async function* guarded(
  opened: Opened,
  reader: RecordReader,
  stop?: StopSignal,
): AsyncGenerator<RecordBatch> {
  let bytesRead = 0;
  try {
    for await (const batch of reader.records(stop, opened.limits.sliceBytes)) {
      bytesRead = batch.bytesRead;
      yield batch;
      if (stop?.aborted) return;
    }
  } catch (cause) {
    if (!(cause instanceof Unreadable)) throw cause;
    yield { records: [], faults: [unreadableFault(cause)], bytesRead };
  }
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
