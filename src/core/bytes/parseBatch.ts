import type { Fault } from '../model';
import type { FoundBatch, FoundRecord, Platform, RawRecord, RecordBatch } from './bytes';
import { packRecords, parsePacked } from './packedRecords';
import { parseRecord } from './parseRecord';
import type { Parsed } from './parseRecord';
import { positionOf } from './positions';

/** The records of a batch with their values; what is no JSON becomes a fault. */
export function parseBatch(batch: FoundBatch, platform: Platform): RecordBatch {
  const parsed = parseFound(batch.found, platform);
  const records: RawRecord[] = [];
  const faults: Fault[] = [];
  const warnings = [...(batch.warnings ?? [])];
  for (const [i, found] of batch.found.entries()) {
    const one = parsed[i]!;
    const { place, key } = found;
    if (!one.ok) {
      faults.push(faultOf(found, one));
      continue;
    }
    records.push(key === undefined ? { place, value: one.value } : { place, value: one.value, key });
    for (const { kind, reason } of one.warnings)
      warnings.push({ kind, reason: `${positionOf(place)}: ${reason}` });
  }
  return {
    records,
    faults: joinFaults(batch, faults),
    bytesRead: batch.bytesRead,
    ...(warnings.length > 0 && { warnings }),
  };
}

function parseFound(found: readonly FoundRecord[], platform: Platform): Parsed[] {
  const packed = packRecords(found);
  if (packed !== undefined) {
    const all: Parsed[] = [];
    parsePacked(packed, platform, (parsed) => all.push(parsed));
    return all;
  }
  return found.map((record) =>
    'bytes' in record
      ? parseRecord(record.bytes, 'startByte' in record.place ? record.place.startByte : 0, platform)
      : { ok: true, value: record.value, warnings: [] },
  );
}

const faultOf = ({ place }: FoundRecord, { kind, reason, remedy }: Parsed & { ok: false }): Fault => ({
  position: positionOf(place),
  kind,
  reason,
  remedy,
  at: place,
});

/** The batch's own faults and those met later in its records, in the order of the file. The record that was cut
 *  and the packing that was cut are one fault. */
export function joinFaults(
  { faults, damage }: Pick<FoundBatch, 'faults' | 'damage'>,
  later: readonly Fault[],
): Fault[] {
  const all = later.length === 0 ? faults : [...faults, ...later].toSorted((a, b) => startOf(a) - startOf(b));
  if (damage === undefined) return all;
  const last = all.at(-1);
  if (last?.kind !== 'cut-off') return [...all, damage];
  const { kind, reason, remedy } = damage;
  return [...all.slice(0, -1), { ...last, kind, reason, remedy }];
}

/** Rows of tables come by their number. What has no place is about the file and stands last. */
const startOf = ({ at }: Fault) =>
  at === undefined || 'files' in at ? Number.MAX_SAFE_INTEGER : 'index' in at ? at.index : at.startByte;
