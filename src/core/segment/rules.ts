// Where each strategy cuts, line by line. Every decision at p rests on raw[0, p) and at most the beginning of
// the line or word at p.

import { cueAt, cueWords } from './cues';
import { BlockReader, ItemReader } from './lineMarks';
import { SentenceFinder } from './sentences';
import type { SplitParams, StrategyId } from './strategies';
import type { TextLine } from './textScan';

export interface CutRule {
  line(line: TextLine): void;
}
type Cut = (at: number) => void;

const TURN_LINE =
  /<\|[a-z_]{1,20}\|>|\[\/?INST\]|(?:#{1,6} )?(?:\*\*)?(?:Human|User|Assistant|AI|System|Question|Thought|Action|Action Input|Observation|Final Answer|用户|助手)(?: \d{1,4})?(?:\*\*)?[:：]/y;

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
    case 'cue': {
      const words = cueWords(params.cues);
      return new SentenceFinder(raw, (at) => {
        if (cueAt(raw, at, words)) cut(at);
      });
    }
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
  const items = new ItemReader(raw);
  return {
    line(line) {
      if (line.opensZone) items.restart();
      const isItem = line.free && items.textAt(line.start, line.first) !== undefined;
      if (isItem && !line.opensZone) cut(line.start);
      rule.line(line);
    },
  };
}

class LineRule implements CutRule {
  private readonly blocks: BlockReader;
  private readonly cut: Cut;

  constructor(raw: string, cut: Cut) {
    this.blocks = new BlockReader(raw);
    this.cut = cut;
  }

  line({ start, first, end, free, afterBlank, opensZone }: TextLine): void {
    if (opensZone) this.blocks.restart();
    const continues = this.blocks.continues(first, end, afterBlank);
    if (free && !continues) this.cut(start);
  }
}

const NUMBER =
  /(?:#{1,6}[ \t]+)?[*_]{0,3}(?:step[ \t]+(\d{1,4})(?!\d|\.\d)|步骤[ \t]?(\d{1,4}|[一二三四五六七八九十]{1,3})|第[ \t]?(\d{1,4}|[一二三四五六七八九十]{1,3})[ \t]?步|(\d{1,4})(?:([.)])(?=[*_]{0,3}\s)|([、．])(?!\d)))/iy;

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
    const number = numberOf((found[1] ?? found[2] ?? found[3] ?? found[4])!);
    const sign = found[5] ?? found[6];
    const style = sign === undefined ? 'step' : `${sign}${this.depth(start, first)}`;
    const counts = style === this.style && number === this.last + 1;
    const begins = number === 1 && (style === this.style || style === 'step' || this.style === undefined);
    if (!counts && !begins) return;
    this.style = style;
    this.last = number;
    this.cut(start);
  }

  /** Items of an inner list are no steps; one space more or less makes none. */
  private depth(start: number, first: number): number {
    return Math.min((first - start) >> 1, 20);
  }
}

const DIGITS = '〇一二三四五六七八九';
/** `12` or 十二, up to 99. */
function numberOf(text: string): number {
  if (/^\d/.test(text)) return Number(text);
  const [tens, ones] = text.includes('十') ? text.split('十') : ['', text];
  const ten = text.includes('十') ? 10 * (tens === '' ? 1 : DIGITS.indexOf(tens!)) : 0;
  return ten + Math.max(0, DIGITS.indexOf(ones!));
}
