// `stepmark inspect PATH…`: one line of JSON per path, what the page would show of it.

import { openContainer, positionOf } from '../core/bytes';
import type { Container, NamedSource, OpenedContainer, OpenOptions, RawRecord } from '../core/bytes';
import { keyReading, readRecord } from '../core/formats';
import type { TraceFormat } from '../core/formats';
import type { Fault } from '../core/model';
import { chooseFormat } from './chooseFormat';
import { FactCounter } from './facts';
import { inspectGroup } from './inspectGroup';
import { INSPECTED, unread } from './inspection';
import type { Inspection } from './inspection';
import { PLATFORM, withFiles } from './nodeFiles';

/** `tell` gets what a person should know and the line does not hold. `mapped`: read it so, without guessing. */
export async function inspectPath(
  path: string,
  tell: (message: string) => void,
  mapped?: TraceFormat,
): Promise<Inspection> {
  try {
    return await withFiles(path, (files) => inspectFiles(path, files, { tell, mapped }));
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    const remedy = 'Check that the path exists and may be read.';
    return unread(path, { position: '$', kind: 'unreadable', reason, remedy }, tell);
  }
}

/** The same of bytes wherever they lie; several files are one group. */
export async function inspectFiles(
  path: string,
  files: NamedSource[],
  {
    tell,
    mapped,
    ...options
  }: OpenOptions & { tell: (message: string) => void; mapped?: TraceFormat | undefined },
): Promise<Inspection> {
  const [file, ...others] = files;
  if (file === undefined || others.length > 0) return inspectGroup(path, files, tell, options);
  const opened = await openContainer(file.source, PLATFORM, options);
  if (!opened.ok) return unread(path, opened.fault, tell);
  const { container } = opened.value;
  const format = mapped ?? chooseFormat(opened.value, (message) => tell(`${path}: ${message}`));
  if (format === undefined) {
    const { count } = await readAllOf(opened.value, undefined);
    const fault = {
      position: '$',
      kind: 'no-format',
      reason: `No format fits its ${count} records.`,
      remedy: 'Describe its fields by a mapping.',
    };
    return unread(path, fault, tell, { container: container.id, rows: count });
  }
  const { count, faults, facts } = await readAllOf(opened.value, format);
  for (const fault of faults) tell(`${path}, ${fault.position}: ${fault.reason} ${fault.remedy}`);
  return {
    path,
    container: container.id,
    format: format.id,
    rows: count,
    ...aboutContainer(container),
    ...facts.facts(),
    faults: faults.map(({ position, kind }) => ({ position, kind })),
  };
}

/** What the container says of itself where it applies. */
function aboutContainer({ bom, crlf, codec, rowGroups, zipEntries }: Container) {
  return {
    ...(bom && { bom }),
    ...(crlf && { crlf }),
    ...(codec !== undefined && { codec }),
    ...(rowGroups !== undefined && { rowGroups }),
    ...(zipEntries !== undefined && { zipEntries }),
  };
}

interface Read {
  /** Records of the container, those that could not be read included. */
  count: number;
  faults: Fault[];
  facts: FactCounter;
}

async function readAllOf(opened: OpenedContainer, format: TraceFormat | undefined): Promise<Read> {
  const read: Read = { count: 0, faults: [], facts: new FactCounter() };
  const together: RawRecord[] = [];
  for await (const { records, faults } of opened.records()) {
    read.count += records.length + faults.length;
    read.faults.push(...faults);
    if (format?.readAll) together.push(...records);
    else if (format) for (const record of records) addRecord(read, format, record, opened.container);
  }
  if (format?.readAll && together.length > 0) addTogether(read, format, together, opened.container);
  return read;
}

function addRecord(read: Read, format: TraceFormat, record: RawRecord, { detail }: Container): void {
  const { place } = record;
  const result = readRecord(format, record, detail['header']);
  if (result.ok)
    read.facts.add(
      keyReading(result.value, { file: INSPECTED, place, formatId: format.id, record: record.value }),
    );
  else read.faults.push({ ...result.fault, position: positionOf(place), at: place });
}

function addTogether(read: Read, format: TraceFormat, records: RawRecord[], { detail }: Container): void {
  const values = records.map(({ value }) => value);
  const result = format.readAll?.(values, { header: detail['header'] });
  const place = records[0]?.place;
  if (!result || !place) return;
  if (result.ok)
    read.facts.add(keyReading(result.value, { file: INSPECTED, place, formatId: format.id, record: values }));
  else read.faults.push({ ...result.fault, position: '$' });
}
