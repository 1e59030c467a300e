// One walk over a trace, line by line and from left to right, that finds zones and protected stretches together.
// Zones (findZones.ts) and steps (splitSteps.ts) listen to the same walk, so their edges cannot disagree.

import type { Zone, ZoneKind } from '../model';
import { holdsSteps, opensAnswer } from './answers';
import { Protection } from './protection';
import type { Spans } from './protection';
import { NextPlace, TagFinder } from './tags';
import type { Tag, TagKind, TagPair } from './tags';
import { endsLine, isLegalCut, isWhiteAt } from './whiteSpace';

/** A line of a zone that holds steps, or the piece of it between two tags. Never blank. */
export interface TextLine {
  start: number;
  /** Its first unit that is not white space. */
  first: number;
  /** Before the line break. */
  end: number;
  /** A blank line precedes it in its zone. */
  afterBlank: boolean;
  /** Nothing of its zone precedes it. */
  opensZone: boolean;
  /** Not inside a protected region that began before. */
  free: boolean;
  spans: Spans;
}
export interface ScanListener {
  /** What follows belongs to a new zone, or to none; `base` is the zone of the trace it lies in. */
  enter(at: number, kind: ZoneKind | undefined, base: Zone): void;
  /** Found late: the paragraph that began at `from` is an answer, up to the next `enter`. */
  answerParagraph(from: number): void;
  /** A closing tag without its opening: what stands before it was thinking (the opening was in the prompt). */
  strayThinkingEnd?(): void;
  /** The text ends inside these zones, innermost last. */
  unclosed?(kinds: readonly TagKind[]): void;
  marker(start: number, end: number, base: Zone): void;
  line(line: TextLine): void;
}
export interface ScanOptions {
  tags: readonly TagPair[];
  /** Strings between steps (`ки`); each is a marker and ends what is protected. */
  separators: readonly string[];
}

const DEEPEST = 16;
const isWordUnit = (unit: string | undefined) => unit !== undefined && /[\p{L}\p{N}_]/u.test(unit);

export class TextScan {
  private readonly protection: Protection;
  private readonly tags: TagFinder;
  private readonly separators: { text: string; places: NextPlace }[];
  private readonly lineFeeds: NextPlace;
  private readonly returns: NextPlace;
  private readonly parts: readonly Zone[];
  private partIndex = -1;
  private part: Zone;
  private at = 0;
  private end = 0;
  /** Tags that are open, innermost last. */
  private open: { name: string; kind: TagKind }[] = [];
  private readonly ignoredInFence = new Set<string>();
  private afterBlank = false;
  private opensZone = true;
  private free = true;
  private paragraphFrom = 0;
  private answer: 'none' | 'paragraph' | 'rest' = 'none';

  private readonly raw: string;
  private readonly listener: ScanListener;

  constructor(raw: string, zones: readonly Zone[], listener: ScanListener, options: ScanOptions) {
    this.raw = raw;
    this.listener = listener;
    const whole: Zone = { kind: 'response', start: 0, end: raw.length };
    this.parts = zones.length > 0 ? zones : [whole];
    this.part = whole;
    this.protection = new Protection(raw);
    this.tags = new TagFinder(raw, options.tags);
    this.separators = options.separators.map((text) => ({ text, places: new NextPlace(raw, text) }));
    this.lineFeeds = new NextPlace(raw, '\n');
    this.returns = new NextPlace(raw, '\r');
  }

  /** Walks on until `limit` at least is read. True: the whole text is. */
  advance(limit: number): boolean {
    while (this.at < limit || this.at >= this.end) {
      if (this.at < this.end) this.readLine();
      else if (!this.nextPart()) return true;
    }
    return false;
  }

  private nextPart(): boolean {
    if (this.partIndex >= this.parts.length) return false;
    if (this.partIndex >= 0) this.leavePart();
    this.partIndex++;
    const part = this.parts[this.partIndex];
    if (!part) return false;
    this.part = part;
    this.at = part.start;
    this.end = part.end;
    if (part.kind === 'marker') this.listener.marker(part.start, part.end, part);
    else this.startZone(part.start, part.kind);
    if (!holdsSteps(part.kind) || part.kind === 'call') this.at = part.end;
    return true;
  }

  private leavePart(): void {
    if (this.open.length > 0) this.listener.unclosed?.(this.open.map(({ kind }) => kind));
    this.open = [];
    this.listener.enter(this.end, undefined, this.part);
  }

  private startZone(at: number, kind: ZoneKind): void {
    this.protection.reset();
    this.afterBlank = false;
    this.opensZone = true;
    this.free = true;
    this.paragraphFrom = at;
    this.answer = 'none';
    this.listener.enter(at, kind, this.part);
  }

  private get kind(): ZoneKind {
    return this.open.at(-1)?.kind ?? this.part.kind;
  }

  private readLine(): void {
    const { raw, end } = this;
    let start = this.at;
    let first = start;
    for (; first < end && isWhiteAt(raw, first); first++) if (endsLine(raw, first)) start = first + 1;
    if (first === end) {
      this.at = end;
      return;
    }
    if (start > this.at) this.passBlank(start);
    else this.free = this.protection.allowsCutAt(start);
    const textEnd = Math.min(end, this.lineFeeds.from(first), this.returns.from(first));
    this.readPieces(start, first, textEnd);
    const half = raw.charCodeAt(textEnd) === 13 && raw.charCodeAt(textEnd + 1) === 10;
    this.at = Math.min(end, textEnd + (half ? 2 : 1));
  }

  private passBlank(next: number): void {
    this.free = this.protection.blankTo(next);
    this.afterBlank = true;
    if (!this.free) return;
    if (this.answer === 'paragraph') this.startZone(next, this.kind);
    this.paragraphFrom = next;
  }

  private readPieces(start: number, first: number, end: number): void {
    let pieceStart = start;
    let pieceFirst = first;
    let from = first;
    while (from < end) {
      const at = this.nextSign(from, end);
      if (at >= end) break;
      const tag = this.refines ? this.tags.match(at, end, at === pieceFirst) : undefined;
      const separatorEnd = this.separatorEnd(at, end);
      if (tag && this.accepts(tag, at === pieceFirst)) {
        this.readPiece(pieceStart, pieceFirst, at);
        this.passTag(tag, at);
        from = tag.end;
      } else if (separatorEnd !== undefined) {
        this.readPiece(pieceStart, pieceFirst, at);
        this.protection.reset();
        this.free = true;
        this.listener.marker(at, separatorEnd, this.part);
        from = separatorEnd;
      } else {
        from = at + 1;
        continue;
      }
      pieceStart = from;
      while (from < end && isWhiteAt(this.raw, from)) from++;
      pieceFirst = from;
    }
    this.readPiece(pieceStart, pieceFirst, end, true);
  }

  /** Only what the format left as a response may hold tags; its other zones are final. */
  private get refines(): boolean {
    return this.part.kind === 'response';
  }

  private nextSign(from: number, end: number): number {
    let nearest = this.refines ? this.tags.next(from, end) : end;
    for (const { places } of this.separators) nearest = Math.min(nearest, places.from(from));
    return nearest;
  }

  /** A separator made of letters stands alone: `ки` in a Russian word is none. */
  private separatorEnd(at: number, end: number): number | undefined {
    const { raw } = this;
    if (!holdsSteps(this.kind) || this.kind === 'call') return undefined;
    for (const { text } of this.separators) {
      const stop = at + text.length;
      if (stop > end || !raw.startsWith(text, at)) continue;
      if (isWordUnit(text[0]) && isWordUnit(raw[at - 1])) continue;
      if (isWordUnit(text.at(-1)) && isWordUnit(raw[stop])) continue;
      if (isLegalCut(raw, at) && isLegalCut(raw, stop)) return stop;
    }
    return undefined;
  }

  private accepts(tag: Tag, isFirst: boolean): boolean {
    const inner = this.open.at(-1);
    if (inner && (inner.kind === 'call' || inner.kind === 'result'))
      return tag.closes && tag.name === inner.name;
    if (tag.isHtml && tag.closes && !this.open.some(({ name }) => name === tag.name)) return false;
    if (!this.protection.inFence) {
      this.ignoredInFence.clear();
      return true;
    }
    // Models forget to close a fence more often than they close their thinking inside one.
    if (!tag.closes) this.ignoredInFence.add(tag.name);
    if (!tag.closes || !isFirst || this.ignoredInFence.has(tag.name)) return false;
    return tag.kind === 'thinking' || this.open.some(({ name }) => name === tag.name);
  }

  private passTag(tag: Tag, at: number): void {
    const isOwn = (open: { name: string; kind: TagKind }) =>
      open.name === tag.name || (tag.kind === 'thinking' && open.kind === 'thinking');
    const depth = this.open.findLastIndex(isOwn);
    if (tag.closes) {
      if (depth >= 0) this.open.length = depth;
      else if (tag.kind === 'thinking') this.listener.strayThinkingEnd?.();
    } else if (depth < 0 && this.open.length < DEEPEST) this.open.push({ name: tag.name, kind: tag.kind });
    this.listener.marker(at, tag.end, this.part);
    this.startZone(tag.end, this.kind);
  }

  private readPiece(start: number, first: number, end: number, reachesLineEnd = false): void {
    if (first >= end || !holdsSteps(this.kind) || this.kind === 'call') return;
    const mayAnswer = this.kind === 'response' && this.answer === 'none';
    if (mayAnswer && reachesLineEnd && this.free && opensAnswer(this.raw, first, end)) {
      this.startZone(start, 'answer');
      this.answer = 'rest';
    }
    const spans = this.protection.read(first, end);
    const { afterBlank, opensZone, free } = this;
    this.listener.line({ start, first, end, afterBlank, opensZone, free, spans });
    this.afterBlank = false;
    this.opensZone = false;
    if (!mayAnswer || this.answer !== 'none' || !this.protection.boxed) return;
    this.answer = 'paragraph';
    this.listener.answerParagraph(this.paragraphFrom);
  }
}
