import type { RecordPlace } from '../model';

const IDENTIFIER = /^[A-Za-z_$][\w$]*$/;

/** What a person is shown, formats.md §2. Lines, events, values and rows count from 1, array indices from 0. */
export function positionOf(place: RecordPlace): string {
  if ('files' in place) return place.files.join(', ');
  if ('row' in place) return `row ${place.index + 1} (group ${place.group + 1}, row ${place.row + 1})`;
  return place.path ?? (place.line === undefined ? '$' : `line ${place.line}`);
}

/** `samples`, `["odd key"]`: the path of a member of the file's one object. */
export const memberPath = (key: string, alwaysQuoted = false) =>
  !alwaysQuoted && IDENTIFIER.test(key) ? key : `[${JSON.stringify(key)}]`;
