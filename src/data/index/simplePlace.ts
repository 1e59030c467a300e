import type { RecordPlace } from '../../core/model';

const LARGEST_SIZE = 0xffff_ffff;

/** The place as numbers; undefined when numbers alone cannot hold it. */
export function simplePlace(place: RecordPlace) {
  if (!('startByte' in place)) return undefined;
  const { startByte, sizeBytes, line, path } = place;
  if (sizeBytes > LARGEST_SIZE) return undefined;
  if (path === undefined) return { startByte, sizeBytes, line, pathIndex: -1 };
  const index = /^\[(\d{1,9})\]$/.exec(path)?.[1];
  if (index === undefined || `[${Number(index)}]` !== path) return undefined;
  return { startByte, sizeBytes, line, pathIndex: Number(index) };
}
