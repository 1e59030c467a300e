// Files with two shapes (two files written into one, say): a record that does not fit the file's format is read by
// another one that is certain of it.

import type { Reading, ReadResult, TraceFormat } from './format';
import { FORMATS } from './registry';
import { rankFormats } from './rankFormats';

/** Such a fault says that the record is of another shape, not that something in it is wrong. */
const OF_ANOTHER_SHAPE = new Set(['wrong-shape', 'no-trace']);

/** Kind of the warning that says how many records were read so; the other format's id follows it. */
const OTHER_SHAPE = 'other-shape:';

/** `format`, and where it does not fit, what fits. What is read depends on the record alone, so reading it again by
 *  its place gives the same. Formats that read all records together stay as they are. */
export function withOtherShapes(format: TraceFormat): TraceFormat {
  if (format.readAll !== undefined) return format;
  return {
    ...format,
    read(record, around): ReadResult {
      const own = format.read(record, around);
      if (own.ok || !OF_ANOTHER_SHAPE.has(own.fault.kind)) return own;
      const other = formatOfOne(record, format.id);
      const read = other?.read(record, around);
      return other !== undefined && read?.ok === true ? { ok: true, value: said(read.value, other) } : own;
    },
  };
}

function formatOfOne(record: unknown, but: string): TraceFormat | undefined {
  if (typeof record !== 'object' || record === null) return undefined;
  const others = FORMATS.filter((one) => one.id !== but && one.readAll === undefined);
  const [best] = rankFormats({ container: '', records: [record] }, others);
  return best?.certain === true ? others.find(({ id }) => id === best.id) : undefined;
}

function said(readings: readonly Reading[], { id, title }: TraceFormat): Reading[] {
  const warning = { kind: `${OTHER_SHAPE}${id}`, reason: `Another shape than the rest, read as ${title}.` };
  return readings.map((reading, i) =>
    i === 0 ? { ...reading, warnings: [...(reading.warnings ?? []), warning] } : reading,
  );
}
