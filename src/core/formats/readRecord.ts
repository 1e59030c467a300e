import type { RawRecord } from '../bytes/bytes';
import type { RecordPlace } from '../model';
import type { ReadResult, TraceFormat } from './format';
import { present } from './fields';

/** One record by its format, with what surrounds it. Read again by its place alone, a record of a dict finds its
 *  key in the place's path. */
export function readRecord(
  format: TraceFormat,
  { value, place, key = dictKeyOf(place) }: RawRecord,
  header?: unknown,
): ReadResult {
  return format.read(value, present({ key, header }));
}

/** The key in `["1f6d61d1"][2]`. */
function dictKeyOf(place: RecordPlace): string | undefined {
  const quoted = 'path' in place ? /^\[("(?:[^"\\]|\\.)*")\]/.exec(place.path ?? '')?.[1] : undefined;
  return quoted === undefined ? undefined : String(JSON.parse(quoted));
}
