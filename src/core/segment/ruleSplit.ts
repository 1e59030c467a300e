import type { Range, Strategy, Zone, ZoneKind } from '../model';
import { holdsSteps } from './answers';
import { cuttingItems, ruleOf } from './rules';
import type { CutRule } from './rules';
import { StepWriter } from './stepWriter';
import { STRATEGIES, readParams } from './strategies';
import { endsLine } from './whiteSpace';
import { TextScan } from './textScan';
import type { ScanListener, TextLine } from './textScan';

export interface SplitInput {
  raw: string;
  /** Turn-level zones of the format; empty: the whole text is one response. */
  zones: readonly Zone[];
  given?: readonly Range[];
}
/** Listens to the walk and cuts as the strategy's rule says; zone edges cut always. */
export class RuleSplit implements ScanListener {
  readonly writer: StepWriter;
  readonly scan: TextScan;
  private readonly rule: CutRule;
  private readonly raw: string;

  constructor({ raw, zones }: SplitInput, strategy: Strategy) {
    this.raw = raw;
    const params = readParams(strategy);
    const id = STRATEGIES.find((known) => known.id === strategy.strategy)?.id ?? 'blank';
    this.writer = new StepWriter(raw, params);
    const cut = (at: number) => this.writer.cut(at);
    const rule = ruleOf(id, raw, params, cut);
    this.rule = params.lists === 'items' ? cuttingItems(rule, raw, cut) : rule;
    const separators = id === 'marker' ? params.markers : [];
    this.scan = new TextScan(raw, zones, this, { tags: params.tags, separators });
  }

  enter(at: number, kind: ZoneKind | undefined): void {
    if (holdsSteps(kind)) this.writer.begin(at);
    else this.writer.edge(at);
  }

  answerParagraph(from: number): void {
    this.writer.lateEdge(from);
  }

  marker(start: number, end: number): void {
    this.writer.marker(start, end);
  }

  line(line: TextLine): void {
    this.rule.line(line);
    const { start, first, end } = line;
    if (end === this.raw.length || endsLine(this.raw, end) || this.raw[end] === '\r')
      this.writer.endRule(start, first, end);
  }
}
