import type { Zone } from '../model';

/** Zones of a text: the format's own, or the whole text as one response. */
export function findZones({ raw, zones }: { raw: string; zones: readonly Zone[] }): Zone[] {
  if (zones.length > 0 || raw.length === 0) return [...zones];
  return [{ kind: 'response', start: 0, end: raw.length }];
}
