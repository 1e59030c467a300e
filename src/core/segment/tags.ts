// Tags that models write around their thinking, tool calls and answers. A tag is a marker: it opens or closes a
// zone and is never judged. Sources: DeepSeek-R1, Qwen (<think>), Kimi (◁think▷), Sky-T1 and OpenThoughts
// (<|begin_of_thought|>), Magistral ([THINK]), Search-R1 (<search>, <information>), Search-o1
// (<|begin_search_query|>), ReTool (<code>, <interpreter>), LLaVA-CoT (<CAPTION>, <CONCLUSION>), Hermes (<tool_call>).

import type { ZoneKind } from '../model';
import { isLegalCut } from './whiteSpace';

export type TagKind = Exclude<ZoneKind, 'user' | 'marker'>;
/** A pair that a person defined. */
export interface TagPair {
  open: string;
  close: string;
  kind: TagKind;
}
export interface Tag {
  end: number;
  name: string;
  kind: TagKind;
  closes: boolean;
  /** Also an HTML element. */
  isHtml: boolean;
}
interface KnownTag {
  name: string;
  kind: TagKind;
  closes: boolean;
  /** Also an HTML element: opens only as the first thing on its line, closes only what is open. */
  isHtml: boolean;
}

const NAMES: Record<TagKind, string> = {
  thinking: 'think thinking thought thoughts reasoning reason scratchpad seed:think',
  response: 'response',
  answer: 'answer final_answer conclusion',
  call: 'tool_call function_call search python execute',
  result: 'result information tool_response tool_result observation interpreter',
  perception: 'perception',
};
const HTML_NAMES: Partial<Record<TagKind, string>> = {
  call: 'code',
  result: 'output',
  perception: 'caption',
};
const LITERALS: readonly TagPair[] = [
  { open: '◁think▷', close: '◁/think▷', kind: 'thinking' },
  { open: '[THINK]', close: '[/THINK]', kind: 'thinking' },
  { open: '<|begin_of_thought|>', close: '<|end_of_thought|>', kind: 'thinking' },
  { open: '<|begin_of_solution|>', close: '<|end_of_solution|>', kind: 'response' },
  { open: '<|begin_search_query|>', close: '<|end_search_query|>', kind: 'call' },
  { open: '<|begin_search_result|>', close: '<|end_search_result|>', kind: 'result' },
];

function knownTags(): Map<string, KnownTag> {
  const known = new Map<string, KnownTag>();
  const add = (open: string, close: string, tag: Omit<KnownTag, 'closes'>) => {
    known.set(open, { ...tag, closes: false });
    known.set(close, { ...tag, closes: true });
  };
  const addNames = (kind: string, names: string, isHtml: boolean) => {
    for (const name of names.split(' '))
      add(`<${name}>`, `</${name}>`, { name, kind: kind as TagKind, isHtml });
  };
  for (const [kind, names] of Object.entries(NAMES)) addNames(kind, names, false);
  for (const [kind, names] of Object.entries(HTML_NAMES)) addNames(kind, names, true);
  for (const { open, close, kind } of LITERALS) add(open, close, { name: open, kind, isHtml: false });
  return known;
}
const KNOWN = knownTags();
const LONGEST = Math.max(...[...KNOWN.keys()].map((tag) => tag.length));
const QUOTES = '`"\'“”‘’«»';

/** The next place of a needle, found once: asking for each line is linear over the whole text. */
export class NextPlace {
  private place = -1;
  private readonly raw: string;
  private readonly needle: string;

  constructor(raw: string, needle: string) {
    this.raw = raw;
    this.needle = needle;
  }
  from(at: number): number {
    if (this.place < at) {
      const found = this.raw.indexOf(this.needle, at);
      this.place = found < 0 ? Infinity : found;
    }
    return this.place;
  }
}

/** Finds tags from left to right; positions asked for must not go back. */
export class TagFinder {
  private readonly places: NextPlace[];
  private readonly own: Map<string, KnownTag>;

  private readonly raw: string;

  constructor(raw: string, pairs: readonly TagPair[]) {
    this.raw = raw;
    this.own = new Map();
    for (const { open, close, kind } of pairs) {
      this.own.set(open, { name: open, kind, closes: false, isHtml: false });
      if (close !== open) this.own.set(close, { name: open, kind, closes: true, isHtml: false });
    }
    const needles = new Set(['<', '◁', '[THINK]', '[/THINK]', ...this.own.keys()]);
    this.places = [...needles].map((needle) => new NextPlace(raw, needle));
  }

  /** The first place in [from, to) where a tag may begin. */
  next(from: number, to: number): number {
    let nearest = to;
    for (const place of this.places) nearest = Math.min(nearest, place.from(from));
    return nearest;
  }

  /** The tag at `at`; `isFirst`: only white space or another tag stands before it on its line. */
  match(at: number, to: number, isFirst: boolean): Tag | undefined {
    for (const [literal, tag] of this.own) {
      if (this.raw.startsWith(literal, at) && at + literal.length <= to)
        return this.accept(at, literal.length, tag);
    }
    const length = this.lengthAt(at, to);
    const tag = length > 0 ? KNOWN.get(this.raw.slice(at, at + length).toLowerCase()) : undefined;
    const literal = tag ?? KNOWN.get(this.raw.slice(at, at + length));
    if (!literal || (literal.isHtml && !literal.closes && !isFirst)) return undefined;
    return this.accept(at, length, literal);
  }

  private lengthAt(at: number, to: number): number {
    const closer = this.raw[at] === '<' ? '>' : this.raw[at] === '◁' ? '▷' : ']';
    const stop = Math.min(to, at + LONGEST);
    for (let i = at + 1; i < stop; i++) {
      const unit = this.raw[i]!;
      if (unit === closer) return i + 1 - at;
      if (unit === '<' || unit === ' ' || unit === '◁') return 0;
    }
    return 0;
  }

  /** A tag in quotes or backticks is talked about, not used. */
  private accept(at: number, length: number, tag: KnownTag): Tag | undefined {
    const end = at + length;
    const { raw } = this;
    if (at > 0 && end < raw.length && QUOTES.includes(raw[at - 1]!) && QUOTES.includes(raw[end]!))
      return undefined;
    if (!isLegalCut(raw, at) || !isLegalCut(raw, end)) return undefined;
    return { end, name: tag.name, kind: tag.kind, closes: tag.closes, isHtml: tag.isHtml };
  }
}
