// Reading all records of an opened file into its index, in the order of the file: in this thread, or for large
// files in several, where this one only finds the records and puts together what comes back.

import { BufferPool, joinFaults, packRecords, positionOf } from '../../core/bytes';
import type {
  FoundBatch,
  LinePiece,
  OpenedContainer,
  PackedRecords,
  RawRecord,
  RowTable,
  RowWindow,
} from '../../core/bytes';
import type { Fault, RecordPlace } from '../../core/model';
import type { FileSummary, RecordPreview } from '../api';
import { readPacked, readPiece, readTogether, readValues } from '../index';
import type { IndexPart, LinesPart, ReadingRules } from '../index';
import { countWarnings } from './countWarnings';
import type { LibraryFile } from './libraryFile';
import type { PartReaders, ReaderRules } from './partReaders';
import { previewSample, previewTogether } from './previews';
import type { ReadRequest } from './readFile';
import { readWindow } from './rowReader';

const PROGRESS_MS = 100;
/** Other requests (and the stop signal) are heard this often. */
const BREATH_MS = 40;
const STOP_MS = 50;
/** Smaller files are read before another thread has begun. */
const SHARED_BYTES = 4 << 20;
/** Lines that are read at once. */
const PIECE_BYTES = 2 << 20;

/** A batch whose records are being read. */
interface Pending {
  batch: Taken;
  part: Promise<{ part: IndexPart; placeOf: PlaceOf; lineCount?: number } | { unreadable: Fault }>;
}
type Taken = Omit<FoundBatch, 'found'>;
type PlaceOf = (record: number) => RecordPlace;

export class FileReading {
  private readonly request: ReadRequest;
  private readonly file: LibraryFile;
  private readonly container: OpenedContainer;
  private readonly rules: ReadingRules;
  private readonly buffers = new BufferPool(PIECE_BYTES);
  private preview: RecordPreview[] = [];
  private bytesRead = 0;
  private linesBefore = 0;
  /** All is read, or the bytes cannot be had any longer. */
  private isOver = false;
  private postedAtMs = Number.NEGATIVE_INFINITY;
  private breathedAtMs: number;

  constructor(request: ReadRequest, file: LibraryFile, container: OpenedContainer) {
    this.request = request;
    this.file = file;
    this.container = container;
    this.rules = { format: file.format, header: container.container.detail['header'] };
    this.breathedAtMs = request.nowMs();
  }

  async run(): Promise<void> {
    const { signal } = this.request;
    if (this.file.format.readAll === undefined) {
      this.preview = await previewSample(this.file, this.container);
      await this.runApart();
    } else await this.runTogether();
    this.file.summary = { ...this.summary(), complete: !signal.aborted };
    this.post(true);
  }

  /** Records that are read one by one, many at the same time. */
  private async runApart(): Promise<void> {
    const { signal, startReaders, named } = this.request;
    const { container } = this;
    let readers: PartReaders | undefined;
    const queue: Pending[] = [];
    const stopped = this.stopped();
    const given =
      container.table?.windows ?? container.pieces?.(this.buffers, signal) ?? container.found(signal);
    try {
      for await (const one of given) {
        if (signal.aborted || this.isOver) break;
        queue.push(this.begin(one, readers));
        while (queue.length > (readers?.width ?? 0)) await this.finish(queue.shift()!, stopped);
        // The first records can be read by a person before any thread is up.
        if (named.source.size >= SHARED_BYTES) readers ??= startReaders?.(this.readerRules());
        await this.breathe();
      }
      while (queue.length > 0 && !signal.aborted && !this.isOver) await this.finish(queue.shift()!, stopped);
    } finally {
      this.isOver = true;
      for (const { part } of queue) part.catch(() => undefined);
      readers?.close();
    }
  }

  private begin(given: FoundBatch | LinePiece | RowWindow, readers: PartReaders | undefined): Pending {
    if ('found' in given) return this.beginBatch(given, readers);
    if ('bytes' in given) return this.beginLines(given, readers);
    return this.beginRows(given, this.container.table!, readers);
  }

  private beginRows(window: RowWindow, table: RowTable, readers: PartReaders | undefined): Pending {
    const placeOf = (record: number) => table.placeOf(window, window.rowStart + record);
    const read = readers?.readRows(window) ?? readWindow(this.rules, table, window);
    return {
      batch: { bytesRead: table.bytesAt(window.rowEnd), faults: [] },
      part: read.then((rows) => ('part' in rows ? { ...rows, placeOf } : rows)),
    };
  }

  private beginBatch(batch: FoundBatch, readers: PartReaders | undefined): Pending {
    const places = batch.found.map(({ place }) => place);
    const placeOf = (record: number) => places[record]!;
    const packed = packRecords(batch.found);
    const isShared = packed !== undefined && packed.ends.length > 0;
    const part = isShared && readers ? readers.read(packed) : Promise.resolve(this.readHere(batch, packed));
    return { batch, part: part.then((read) => ({ part: read, placeOf })) };
  }

  private readHere(batch: FoundBatch, packed: PackedRecords | undefined): IndexPart {
    if (packed === undefined) return readValues(this.rules, valuesIn(batch));
    return readPacked(this.rules, packed, this.request.platform);
  }

  private beginLines(piece: LinePiece, readers: PartReaders | undefined): Pending {
    const { bytesRead, faults = [], damage } = piece;
    const read = readers?.readLines(piece) ?? readPiece(this.rules, piece, this.request.platform);
    return {
      batch: { bytesRead, faults, ...(damage && { damage }) },
      part: Promise.resolve(read).then((part) => {
        this.buffers.give(part.buffer);
        return { part: part.part, placeOf: (i) => this.lineOf(part, i), lineCount: part.lineCount };
      }),
    };
  }

  /** Asked while the part is taken: pieces before it are counted, later ones are not. */
  private lineOf({ startBytes, sizeBytes, lines }: LinesPart, record: number): RecordPlace {
    return {
      startByte: startBytes[record]!,
      sizeBytes: sizeBytes[record]!,
      line: this.linesBefore + lines[record]! + 1,
    };
  }

  private async finish({ batch, part }: Pending, stopped: Promise<undefined>): Promise<void> {
    const read = await Promise.race([part, stopped]);
    if (read === undefined) return;
    if ('unreadable' in read) {
      this.file.faults.push(read.unreadable);
      this.isOver = true;
      return;
    }
    const { placeOf, lineCount = 0 } = read;
    this.take(batch, placeOf, read.part);
    this.linesBefore += lineCount;
    this.post();
  }

  /** A window of rows can take seconds: a person who stops does not wait for it. */
  private async stopped(): Promise<undefined> {
    const { signal } = this.request;
    while (!signal.aborted && !this.isOver) await new Promise((resume) => setTimeout(resume, STOP_MS));
  }

  private readerRules(): ReaderRules {
    const { format, mapping, chosenBy } = this.file.summary;
    const { header } = this.rules;
    const { blob } = this.request;
    return { format, header, blob, ...(mapping && { mapping }), ...(chosenBy && { chosenBy }) };
  }

  /** Records that a format reads all at once. */
  private async runTogether(): Promise<void> {
    const { signal } = this.request;
    const records: RawRecord[] = [];
    let held = 0;
    for await (const batch of this.container.records(signal)) {
      if (batch.records.length > 0 && this.isTooMuch(held, records.at(-1))) break;
      this.file.faults.push(...batch.faults);
      this.warn(batch.warnings ?? []);
      records.push(...batch.records);
      held += sizeOf(batch.records);
      if (signal.aborted) break;
      this.bytesRead = batch.bytesRead;
      this.post();
      await this.breathe();
    }
    const place = records[0]?.place;
    if (place === undefined) return;
    const values = records.map(({ value }) => value);
    const part = readTogether(this.rules, values);
    this.take({ faults: [], bytesRead: 0 }, () => place, part);
    this.file.summary = { ...this.file.summary, recordsRead: part.recordsRead === 0 ? 0 : records.length };
    this.preview = previewTogether(this.file, this.container, place, values);
  }

  /** What was read so far is one trace still. */
  private isTooMuch(heldBytes: number, last: RawRecord | undefined): boolean {
    const { maxTogetherBytes } = this.request;
    if (heldBytes <= maxTogetherBytes || last === undefined) return false;
    const limit = Math.floor(maxTogetherBytes / 2 ** 20);
    this.file.faults.push({
      position: positionOf(last.place),
      kind: 'too-large',
      reason: `All records of this file are one trace, and at most ${limit} MB of one are held at once. What follows is left out.`,
      remedy: 'Cut the file into parts, or choose another format.',
    });
    return true;
  }

  private take(batch: Taken, placeOf: PlaceOf, part: IndexPart): void {
    const { file } = this;
    file.columns.addPart(placeOf, part);
    if (batch.bytesRead >= SHARED_BYTES) file.columns.expectWhole(batch.bytesRead / file.summary.sizeBytes);
    const faults = part.faults.map(({ record, ...fault }) => {
      const at = placeOf(record);
      return { position: positionOf(at), ...fault, at };
    });
    file.faults.push(...joinFaults(batch, faults));
    const { labels } = part;
    for (const [name, verdicts] of labels.byAnnotator) {
      file.givenVerdicts.set(name, (file.givenVerdicts.get(name) ?? 0) + verdicts);
    }
    const { summary } = file;
    file.summary = {
      ...summary,
      recordsRead: summary.recordsRead + part.recordsRead,
      humanLabels: summary.humanLabels + labels.human,
      otherLabels: summary.otherLabels + labels.other,
    };
    this.bytesRead = Math.max(this.bytesRead, batch.bytesRead);
    this.warn(batch.warnings ?? []);
    this.warn(
      part.warnings.map(({ record, reason, ...warning }) => ({
        ...warning,
        reason: record === undefined ? reason : `${positionOf(placeOf(record))}: ${reason}`,
      })),
    );
    if (part.changes.length > 0) this.request.onChanges(part.changes);
    for (const agreed of part.agreed) this.request.onAgreed(agreed);
  }

  private warn(warnings: Parameters<typeof countWarnings>[1]): void {
    const { summary } = this.file;
    this.file.summary = { ...summary, warnings: countWarnings(summary.warnings, warnings) };
  }

  private summary(): FileSummary {
    const { summary, columns, faults } = this.file;
    return {
      ...summary,
      records: summary.recordsRead + faults.length,
      faultCount: faults.length,
      problems: columns.problemCount,
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
      preview: this.preview,
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

const sizeOf = (records: readonly RawRecord[]) =>
  records.reduce((sum, { place }) => sum + ('sizeBytes' in place ? place.sizeBytes : 0), 0);

const valuesIn = ({ found }: FoundBatch): RawRecord[] =>
  found.filter((record): record is RawRecord => !('bytes' in record));
