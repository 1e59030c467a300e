// Reading a dropped file: recognise, choose a format, read all records into the index. What was read is usable from
// the first record on.

import { openContainer } from '../../core/bytes';
import type { NamedSource, OpenedContainer, Platform, RawRecord, StopSignal } from '../../core/bytes';
import { keyReading, readRecord } from '../../core/formats';
import type { AgreedInFile, RankedGuess, ReadResult, TraceFormat } from '../../core/formats';
import type { Change, FileKey, Trace } from '../../core/model';
import { guessStrategy } from '../../core/segment';
import { CannotOpen } from '../api';
import type { FilePart, FileSummary, OpenProgress } from '../api';
import { chooseFormat } from './chooseFormat';
import type { Choosing } from './chooseFormat';
import { keptAsBlob } from './keptAsBlob';
import { openGroup } from './fileGroup';
import { FileReading } from './fileReading';
import { LibraryFile } from './libraryFile';
import type { StartReaders } from './partReaders';

export interface ReadRequest {
  key: FileKey;
  named: NamedSource;
  /** The bytes of `named`, as another thread takes them. */
  blob: Blob;
  /** The files that the source was put together from. */
  parts: FilePart[] | undefined;
  /** What is known of its format before it is looked at. */
  choosing: Omit<Choosing, 'name'>;
  /** How much of a file whose records are one trace is held at once. */
  maxTogetherBytes: number;
  /** Recognise nothing: the whole file is one text. */
  asText: boolean;
  platform: Platform;
  /** Other threads, for large files. */
  startReaders: StartReaders | undefined;
  signal: StopSignal;
  nowMs: () => number;
  /** Called once, before the first record is in the index. */
  onOpened(file: LibraryFile): void;
  onProgress(progress: OpenProgress): void;
  /** Changes that the file carries, as they are met. */
  onChanges(changes: Change[]): void;
  onAgreed(agreed: AgreedInFile): void;
}

const STRATEGY_RECORDS = 50;

export async function readFile(request: ReadRequest): Promise<LibraryFile> {
  const { container, guesses } = await openSource(request);
  const choosing = { ...request.choosing, name: request.named.name, ...(guesses && { guesses }) };
  const { format, ...chosen } = chooseFormat(choosing, container);
  const strategy = guessStrategy(sampleTraces(request, container, format));
  const summary: FileSummary = {
    key: request.key,
    name: request.named.name,
    sizeBytes: request.named.source.size,
    container: container.container.id,
    format: format.id,
    formatTitle: format.title,
    ...chosen,
    ...(format.readAll && { isOneTrace: true as const }),
    ...(request.parts && { parts: request.parts }),
    records: 0,
    recordsRead: 0,
    faultCount: 0,
    warnings: [],
    problems: 0,
    rows: 0,
    texts: 0,
    finishedTexts: 0,
    startedTexts: 0,
    strategy: strategy.strategy,
    strategyBecause: strategy.because,
    humanLabels: 0,
    otherLabels: 0,
    kept: 'thisSessionOnly',
    complete: false,
    openedAt: request.nowMs(),
  };
  const file = new LibraryFile(summary, format, () => Promise.resolve(container));
  request.onOpened(file);
  await new FileReading(request, file, container).run();
  return file;
}

/** The bytes as records, with guesses where several files were looked at. */
export async function openSource({
  named,
  parts,
  platform,
  asText,
}: Pick<ReadRequest, 'named' | 'parts' | 'platform' | 'asText'>): Promise<{
  container: OpenedContainer;
  guesses?: RankedGuess[];
}> {
  if (parts !== undefined) {
    const group = await openGroup(named.source, parts, platform);
    if (!group.ok) throw new CannotOpen(group.fault);
    return { container: group.value.opened, guesses: group.value.guesses };
  }
  const opened = await openContainer(named.source, platform, {
    ...(asText ? { as: 'text' } : {}),
    keepBytes: keptAsBlob,
  });
  if (!opened.ok) throw new CannotOpen(opened.fault);
  return { container: opened.value };
}

/** Records as the format reads them; `readAll` formats take them all at once. */
function readOne(format: TraceFormat, record: RawRecord, { container }: OpenedContainer): ReadResult {
  const header = container.detail['header'];
  if (format.readAll === undefined) return readRecord(format, record, header);
  return format.readAll([record.value], header === undefined ? {} : { header });
}

function sampleTraces({ key }: ReadRequest, opened: OpenedContainer, format: TraceFormat): Trace[] {
  return opened.sample.slice(0, STRATEGY_RECORDS).flatMap((record) => {
    const read = readOne(format, record, opened);
    const { value, place } = record;
    return read.ok
      ? keyReading(read.value, { file: key, place, formatId: format.id, record: value }).traces
      : [];
  });
}
