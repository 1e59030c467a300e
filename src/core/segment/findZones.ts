// Zones of a trace: the format's own turn-level ones, refined by the tags and answer marks in the text.

import type { Zone, ZoneKind } from '../model';
import { TextScan } from './textScan';
import type { ScanListener } from './textScan';
import type { TagKind, TagPair } from './tags';
import { trimmed } from './whiteSpace';

/** Sorted, disjoint. Tags become marker zones; what is not closed reaches to the end of the format's zone and is
 *  `truncated`. `tags`: pairs a person defined. */
export function findZones(
  trace: { raw: string; zones: readonly Zone[] },
  tags: readonly TagPair[] = [],
): Zone[] {
  const found = new ZoneList(trace.raw);
  new TextScan(trace.raw, trace.zones, found, { tags, separators: [] }).advance(Infinity);
  return found.zones;
}

/** The same in pieces of about `chunkUnits`; gives back all zones at the end. */
export function* findZonesIncrementally(
  trace: { raw: string; zones: readonly Zone[] },
  tags: readonly TagPair[],
  chunkUnits: number,
): Generator<undefined, Zone[], void> {
  const found = new ZoneList(trace.raw);
  const scan = new TextScan(trace.raw, trace.zones, found, { tags, separators: [] });
  for (let limit = chunkUnits; !scan.advance(limit); limit += chunkUnits) yield;
  return found.zones;
}

class ZoneList implements ScanListener {
  readonly zones: Zone[] = [];
  private current: Zone | undefined;
  private base: Zone | undefined;
  /** Where the text since the last marker began in `zones`. */
  private stretchFrom = 0;
  /** Where the zones of the current base begin. */
  private baseFrom = 0;

  private readonly raw: string;

  constructor(raw: string) {
    this.raw = raw;
  }

  enter(at: number, kind: ZoneKind | undefined, base: Zone): void {
    this.close(at);
    if (base !== this.base) {
      this.base = base;
      this.baseFrom = this.zones.length;
      this.stretchFrom = this.zones.length;
    }
    if (kind) this.current = { ...base, kind, start: at, end: base.end };
  }

  marker(start: number, end: number, base: Zone): void {
    this.close(start);
    this.zones.push({ ...base, kind: 'marker', start, end });
    this.stretchFrom = this.zones.length;
  }

  line(): void {}

  answerParagraph(from: number): void {
    const { current } = this;
    if (!current) return;
    this.close(from);
    this.current = { ...current, kind: 'answer', start: from };
  }

  strayThinkingEnd(): void {
    const stretch = this.zones.slice(this.stretchFrom);
    for (const zone of this.current ? [...stretch, this.current] : stretch)
      if (zone.kind === 'response') zone.kind = 'thinking';
  }

  unclosed(kinds: readonly TagKind[]): void {
    const ofBase = this.zones.slice(this.baseFrom);
    if (this.current) ofBase.push(this.current);
    for (const kind of kinds) {
      const last = ofBase.findLast((zone) => zone.kind === kind);
      if (last) last.truncated = true;
    }
  }

  private close(at: number): void {
    const { current, base } = this;
    this.current = undefined;
    if (!current || !base || at <= current.start) return;
    const isWhole = current.start === base.start && at === base.end;
    if (isWhole || trimmed(this.raw, current.start, at)) this.zones.push({ ...current, end: at });
  }
}
