// Reading a dropped file: recognise, choose a format, read record by record into the index. What was read is
// usable from the first record on.

import { openContainer, positionOf } from '../../core/bytes';
import type { NamedSource, OpenedContainer, Platform, RawRecord, StopSignal } from '../../core/bytes';
import { keyReading, readRecord } from '../../core/formats';
import type { KeyedReading, ReadResult, TraceFormat } from '../../core/formats';
import type { Change, FileKey, Trace, Warning } from '../../core/model';
import { guessStrategy } from '../../core/segment';
import { CannotOpen } from '../api';
import type { FileSummary, OpenProgress, RecordPreview } from '../api';
import { addReading, addWarnings } from './addReading';
import { chooseFormat } from './chooseFormat';
import type { Choosing } from './chooseFormat';
import { LibraryFile } from './libraryFile';
import { previewRecord, PREVIEW_RECORDS } from './previewRecord';

export interface ReadRequest {
  key: FileKey;
  named: NamedSource;
  /** What is known of its format before it is looked at. */
  choosing: Omit<Choosing, 'name'>;
  /** Recognise nothing: the whole file is one text. */
  asText: boolean;
  platform: Platform;
  signal: StopSignal;
  nowMs: () => number;
  /** Called once, before the first record is in the index. */
  onOpened(file: LibraryFile): void;
  onProgress(progress: OpenProgress): void;
  /** Changes that the file carries, as they are met. */
  onChanges(changes: Change[]): void;
}

const STRATEGY_RECORDS = 50;
const PROGRESS_MS = 100;
/** Other requests (and the stop signal) are heard this often. */
const BREATH_MS = 40;

export async function readFile(request: ReadRequest): Promise<LibraryFile> {
  const opened = await openContainer(
    request.named.source,
    request.platform,
    request.asText ? { as: 'text' } : {},
  );
  if (!opened.ok) throw new CannotOpen(opened.fault);
  const container = opened.value;
  const { format, ...chosen } = chooseFormat({ ...request.choosing, name: request.named.name }, container);
  const strategy = guessStrategy(sampleTraces(request, container, format));
  const summary: FileSummary = {
    key: request.key,
    name: request.named.name,
    sizeBytes: request.named.source.size,
    container: container.container.id,
    format: format.id,
    formatTitle: format.title,
    ...chosen,
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

class FileReading {
  private readonly request: ReadRequest;
  private readonly file: LibraryFile;
  private readonly container: OpenedContainer;
  private readonly preview: RecordPreview[] = [];
  private bytesRead = 0;
  private postedAtMs = Number.NEGATIVE_INFINITY;
  private breathedAtMs: number;

  constructor(request: ReadRequest, file: LibraryFile, container: OpenedContainer) {
    this.request = request;
    this.file = file;
    this.container = container;
    this.breathedAtMs = request.nowMs();
  }

  async run(): Promise<void> {
    const { signal } = this.request;
    const together: RawRecord[] = [];
    for await (const batch of this.container.records(signal)) {
      this.file.faults.push(...batch.faults);
      this.warn(batch.warnings ?? []);
      for (const record of batch.records) {
        if (signal.aborted) break;
        if (this.file.format.readAll !== undefined) together.push(record);
        else await this.add(record);
        await this.breathe();
      }
      if (signal.aborted) break;
      this.bytesRead = batch.bytesRead;
      this.post();
    }
    if (together.length > 0) this.addTogether(together);
    this.file.summary = { ...this.summary(), complete: !signal.aborted };
    this.post(true);
  }

  private async add(record: RawRecord): Promise<void> {
    const { format, key } = this.file;
    const read = readOne(format, record, this.container);
    if (!read.ok) {
      this.file.faults.push({ position: positionOf(record.place), ...read.fault, at: record.place });
      return;
    }
    const keyed = keyReading(read.value, {
      file: key,
      place: record.place,
      formatId: format.id,
      record: record.value,
    });
    this.take(record, keyed);
    if (this.preview.length >= PREVIEW_RECORDS || keyed.rows.length === 0) return;
    const source = await this.container.recordSourceAt(record.place);
    this.preview.push(previewRecord(record.place, keyed, this.file.summary.strategy, source));
    this.post(true);
  }

  private addTogether(records: RawRecord[]): void {
    const { format, key } = this.file;
    const values = records.map(({ value }) => value);
    const place = records[0]!.place;
    const read = format.readAll?.(values);
    if (read?.ok === true)
      this.take(
        records[0]!,
        keyReading(read.value, { file: key, place, formatId: format.id, record: values }),
      );
    else if (read !== undefined) this.file.faults.push({ position: '$', ...read.fault });
    this.file.summary = { ...this.file.summary, recordsRead: read?.ok === true ? records.length : 0 };
  }

  private take(record: RawRecord, keyed: KeyedReading): void {
    const labels = addReading(this.file, record.place, keyed);
    const { summary } = this.file;
    this.file.summary = {
      ...summary,
      recordsRead: summary.recordsRead + 1,
      ...labels,
    };
    this.warn(keyed.warnings);
    if (keyed.changes.length > 0) this.request.onChanges(keyed.changes);
  }

  private warn(warnings: readonly Warning[]): void {
    const { summary } = this.file;
    this.file.summary = { ...summary, warnings: addWarnings(summary.warnings, warnings) };
  }

  private summary(): FileSummary {
    const { summary, columns, faults } = this.file;
    return {
      ...summary,
      records: summary.recordsRead + faults.length,
      faultCount: faults.length,
      problems: columns.problems.length,
      rows: columns.rows,
      texts: columns.textKeys.count,
    };
  }

  private post(atOnce = false): void {
    const nowMs = this.request.nowMs();
    if (!atOnce && nowMs - this.postedAtMs < PROGRESS_MS) return;
    this.postedAtMs = nowMs;
    this.file.summary = this.summary();
    this.request.onProgress({
      bytesRead: this.bytesRead,
      sizeBytes: this.file.summary.sizeBytes,
      summary: this.file.summary,
      preview: [...this.preview],
    });
  }

  /** Lets the worker hear other messages. */
  private async breathe(): Promise<void> {
    if (this.request.nowMs() - this.breathedAtMs < BREATH_MS) return;
    this.post();
    await new Promise((resume) => setTimeout(resume, 0));
    this.breathedAtMs = this.request.nowMs();
  }
}
