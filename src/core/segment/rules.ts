// Where each strategy cuts, line by line. Every decision at p rests on raw[0, p) and at most the beginning of
// the line or word at p.

import { cueAt } from './cues';
import { blockMark, itemTextAt } from './lineMarks';
import type { BlockMark } from './lineMarks';
import { SentenceFinder } from './sentences';
import type { SplitParams, StrategyId } from './strategies';
import type { TextLine } from './textScan';

export interface CutRule {
  line(line: TextLine): void;
}
type Cut = (at: number) => void;

const TURN_LINE =
  /<\|[a-z_]{1,20}\|>|\[\/?INST\]|(?:\*\*)?(?:Human|User|Assistant|AI|System|Thought|Action|Action Input|Observation|Final Answer)(?: \d{1,4})?(?:\*\*)?:/y;

/** `given` and `pasted` come with ranges of their own; what they leave open is cut into paragraphs. */
export function ruleOf(id: StrategyId, raw: string, params: SplitParams, cut: Cut): CutRule {
  switch (id) {
    case 'none':
    case 'marker':
      return { line: () => {} };
    case 'line':
      return new LineRule(raw, cut);
    case 'sentence':
      return new SentenceFinder(raw, (at, beginning) => {
        if (beginning !== 'line') cut(at);
      });
    case 'cue':
      return new SentenceFinder(raw, (at) => {
        if (cueAt(raw, at, params.cues)) cut(at);
      });
    case 'numbered':
      return new NumberedRule(raw, cut);
    case 'turns':
      return {
        line: ({ start, first, free }) => {
          TURN_LINE.lastIndex = first;
          if (free && TURN_LINE.test(raw)) cut(start);
        },
      };
    case 'auto':
    case 'given':
    case 'pasted':
    case 'blank':
      return {
        line: ({ start, afterBlank, free }) => {
          if (afterBlank && free) cut(start);
        },
      };
  }
}

/** Cuts before every item too. */
export function cuttingItems(rule: CutRule, raw: string, cut: Cut): CutRule {
  return {
    line(line) {
      if (line.free && !line.opensZone && itemTextAt(raw, line.first) !== undefined) cut(line.start);
      rule.line(line);
    },
  };
}

class LineRule implements CutRule {
  private block: BlockMark;
  private readonly raw: string;
  private readonly cut: Cut;

  constructor(raw: string, cut: Cut) {
    this.raw = raw;
    this.cut = cut;
  }

  line({ start, first, free, afterBlank }: TextLine): void {
    const block = blockMark(this.raw, first);
    const continues = block !== undefined && block === this.block && !afterBlank;
    if (free && !continues) this.cut(start);
    this.block = block;
  }
}

const NUMBER =
  /(?:#{1,6}[ \t]+)?(?:\*\*|__)?(?:(?:step[ \t]+|步骤[ \t]?|第[ \t]?)(\d{1,4})(?!\d|\.\d)|(\d{1,4})([.)])(?=\s))/iy;

/** Numbers cut only where they count 1, 2, 3…; the first "1" says which way of numbering counts, `Step 1` before
 *  all others. Counting may begin anew. */
class NumberedRule implements CutRule {
  private style: string | undefined;
  private last = 0;
  private readonly raw: string;
  private readonly cut: Cut;

  constructor(raw: string, cut: Cut) {
    this.raw = raw;
    this.cut = cut;
  }

  line({ start, first, free }: TextLine): void {
    NUMBER.lastIndex = first;
    const found = free ? NUMBER.exec(this.raw) : null;
    if (!found) return;
    const number = Number(found[1] ?? found[2]);
    const style = found[3] === undefined ? 'step' : `${found[3]}${this.indent(start, first)}`;
    const counts = style === this.style && number === this.last + 1;
    const begins = number === 1 && (style === this.style || style === 'step' || this.style === undefined);
    if (!counts && !begins) return;
    this.style = style;
    this.last = number;
    this.cut(start);
  }

  /** Items of an inner list are no steps. */
  private indent(start: number, first: number): number {
    return Math.min(first - start, 40);
  }
}
