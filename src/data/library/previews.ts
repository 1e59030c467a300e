// The first records of a file for the open screen, as its format reads them.

import type { OpenedContainer } from '../../core/bytes';
import { keyReading, readRecord } from '../../core/formats';
import type { RecordPlace } from '../../core/model';
import type { RecordPreview } from '../api';
import type { LibraryFile } from './libraryFile';
import { previewRecord, PREVIEW_RECORDS } from './previewRecord';

/** From the records that the format was guessed by. */
export async function previewSample(file: LibraryFile, opened: OpenedContainer): Promise<RecordPreview[]> {
  const previews: RecordPreview[] = [];
  for (const record of opened.sample) {
    if (previews.length === PREVIEW_RECORDS) break;
    const read = readRecord(file.format, record, opened.container.detail['header']);
    if (!read.ok) continue;
    const { place } = record;
    const keyed = keyReading(read.value, contextOf(file, place, record.value));
    if (keyed.rows.length === 0) continue;
    const source = await opened.recordSourceAt(place);
    previews.push(previewRecord(place, keyed, file.summary.strategy, source));
  }
  return previews;
}

/** It reads them a second time, which only few records allow. */
const PREVIEWED_TOGETHER = 2_000;

export function previewTogether(
  file: LibraryFile,
  { container }: OpenedContainer,
  place: RecordPlace,
  values: unknown[],
): RecordPreview[] {
  if (values.length > PREVIEWED_TOGETHER) return [];
  const header = container.detail['header'];
  const read = file.format.readAll?.(values, header === undefined ? {} : { header });
  if (read?.ok !== true) return [];
  const keyed = keyReading(read.value, contextOf(file, place, values));
  const source = JSON.stringify(values[0]) ?? '';
  return [previewRecord(place, keyed, file.summary.strategy, source)];
}

const contextOf = (file: LibraryFile, place: RecordPlace, record: unknown) => ({
  file: file.key,
  place,
  formatId: file.format.id,
  record,
});
