// The facts of an inspected file, counted from the rows, traces and trees the page would get; never from the raw
// records. What each field means is written beside the sample files (data/README.md); `null` = the file says
// nothing about it.

import type { KeyedReading } from '../core/formats';
import type { GivenLabel, Origin, Problem, Range, RolloutTree, Row, Trace, Verdict } from '../core/model';
import { measureTree } from '../core/tree';
import type { TreeMeasures } from '../core/tree';
import { firstTextOf } from './firstText';

type VerdictCounts = Record<Verdict | 'unjudged', number>;
type OutcomeCounts = Record<'correct' | 'wrong' | 'unknown', number>;
export interface Facts {
  problems: number;
  traces: number;
  givenSteps: number | null;
  turns: number | null;
  humanVerdicts: VerdictCounts | null;
  otherLabels: (VerdictCounts & { origin: Origin }) | null;
  nodeVerdicts?: VerdictCounts;
  humanTraceVerdicts?: { correct: number; incorrect: number };
  outcomes: OutcomeCounts | null;
  scores: Record<string, number>;
  scoreCount: number;
  firstErrors: Record<string, number> | null;
  tree: ({ trees: number } & TreeMeasures & { first: TreeMeasures }) | null;
  images: number;
  firstText: string;
  lastText: string;
}

const noVerdicts = (): VerdictCounts => ({ correct: 0, redundant: 0, erroneous: 0, unjudged: 0 });

/** Labels of steps: those that have a place and were found there. */
const stepLabels = (row: Row) => row.given.filter(({ on }) => on !== 'text');

export class FactCounter {
  private readonly problems = new Set<string>();
  private readonly imagesOfProblems = new Map<string, number>();
  private readonly human = noVerdicts();
  private readonly other = noVerdicts();
  private readonly origins = new Map<Origin, number>();
  private readonly nodes = noVerdicts();
  private readonly traceVerdicts = { correct: 0, incorrect: 0 };
  private readonly outcomes: OutcomeCounts = { correct: 0, wrong: 0, unknown: 0 };
  private readonly scores = new Map<string, number>();
  private readonly firstErrors = new Map<string, number>();
  private readonly trees: TreeMeasures[] = [];
  private traces = 0;
  private givenSteps: number | undefined;
  private turns: number | undefined;
  private images = 0;
  private unlabelledSteps = 0;
  private humanRows = 0;
  private labelledNodes = 0;
  private firstText: string | undefined;
  private lastText = '';

  add({ problems, rows, traces, trees }: KeyedReading): void {
    for (const problem of problems) this.addProblem(problem);
    for (const [i, row] of rows.entries()) {
      const trace = traces[i];
      if (trace) this.addRow(row, trace);
    }
    for (const tree of trees) this.addTree(tree);
  }

  facts(): Facts {
    const { human, other, nodes, traceVerdicts, outcomes } = this;
    const hasHuman = this.humanRows > 0;
    const hasOther = this.origins.size > 0;
    if (hasHuman) human.unjudged += this.unlabelledSteps;
    else if (hasOther) other.unjudged += this.unlabelledSteps;
    const said = outcomes.correct + outcomes.wrong > 0;
    return {
      problems: this.problems.size,
      traces: this.traces,
      givenSteps: this.givenSteps ?? null,
      turns: this.turns ?? null,
      humanVerdicts: hasHuman ? human : null,
      otherLabels: hasOther ? { ...other, origin: mostFrequent(this.origins) } : null,
      ...(this.labelledNodes > 0 && { nodeVerdicts: nodes }),
      ...(traceVerdicts.correct + traceVerdicts.incorrect > 0 && { humanTraceVerdicts: traceVerdicts }),
      outcomes: said ? outcomes : null,
      scores: Object.fromEntries(this.scores),
      scoreCount: sum(this.scores.values()),
      firstErrors: this.firstErrors.size > 0 ? Object.fromEntries(this.firstErrors) : null,
      tree: this.treeFacts(),
      images: this.images + sum(this.imagesOfProblems.values()),
      firstText: this.firstText ?? '',
      lastText: this.lastText,
    };
  }

  private addProblem({ key, fileId, prompt, assets }: Problem): void {
    if (fileId !== undefined) this.problems.add(`id ${fileId}`);
    else if (prompt !== '') this.problems.add(`text ${key}`);
    this.imagesOfProblems.set(key, assets.length);
  }

  private addRow(row: Row, trace: Trace): void {
    this.traces++;
    if (trace.given) this.givenSteps = (this.givenSteps ?? 0) + trace.given.length;
    if (trace.turns !== undefined) this.turns = (this.turns ?? 0) + trace.turns;
    this.images += trace.assets.length;
    this.lastText = firstTextOf(trace);
    this.firstText ??= this.lastText;
    const { outcome } = row;
    this.outcomes[outcome === undefined ? 'unknown' : Number(outcome) === 1 ? 'correct' : 'wrong']++;
    for (const { source } of row.scores) this.scores.set(source, (this.scores.get(source) ?? 0) + 1);
    for (const { on, origin, verdict } of row.given)
      if (on === 'text' && origin === 'human' && verdict)
        this.traceVerdicts[verdict === 'erroneous' ? 'incorrect' : 'correct']++;
    this.addStepLabels(row, trace.given ?? []);
  }

  private addStepLabels(row: Row, given: readonly Range[]): void {
    const labels = stepLabels(row);
    if (labels.length === 0) {
      this.unlabelledSteps += given.length;
      return;
    }
    const isHuman = labels.some(({ origin }) => origin === 'human');
    const counts = isHuman ? this.human : this.other;
    if (isHuman) this.humanRows++;
    else for (const { origin } of labels) this.origins.set(origin, (this.origins.get(origin) ?? 0) + 1);
    const verdicts = verdictsAt(labels, given);
    for (const verdict of verdicts) counts[verdict ?? 'unjudged']++;
    const first = verdicts.indexOf('erroneous');
    const key = first === -1 ? 'none' : String(first);
    this.firstErrors.set(key, (this.firstErrors.get(key) ?? 0) + 1);
  }

  private addTree(tree: RolloutTree): void {
    this.trees.push(measureTree(tree));
    for (const { name, data, placeholders = 0 } of tree.values) {
      // The file holds a number there, whatever it means.
      const count = data.reduce((known, value) => known + (Number.isNaN(value) ? 0 : 1), placeholders);
      this.scores.set(name, (this.scores.get(name) ?? 0) + count);
    }
    const verdicts = new Map(tree.given.map(([node, { verdict }]) => [node, verdict] as const));
    this.labelledNodes += verdicts.size;
    for (let node = 1; node < tree.parent.length; node++) this.nodes[verdicts.get(node) ?? 'unjudged']++;
  }

  private treeFacts(): Facts['tree'] {
    const [first, ...others] = this.trees;
    if (!first) return null;
    const total = others.reduce(
      (all, tree) => ({
        nodes: all.nodes + tree.nodes,
        leaves: all.leaves + tree.leaves,
        maxDepth: Math.max(all.maxDepth, tree.maxDepth),
        distinctNodes: all.distinctNodes + tree.distinctNodes,
        distinctLeaves: all.distinctLeaves + tree.distinctLeaves,
      }),
      first,
    );
    return { trees: this.trees.length, ...total, first };
  }
}

/** Per given step, the verdict of the label that lies on it. */
function verdictsAt(labels: readonly GivenLabel[], given: readonly Range[]): (Verdict | undefined)[] {
  const at = (range: Range) => `${range.start}-${range.end}`;
  const byRange = new Map<string, Verdict | undefined>();
  for (const { on, verdict } of labels) if (on !== 'text') byRange.set(at(on), verdict);
  return given.map((range) => byRange.get(at(range)));
}

const sum = (values: Iterable<number>) => [...values].reduce((total, value) => total + value, 0);

function mostFrequent(origins: ReadonlyMap<Origin, number>): Origin {
  return [...origins].toSorted(([, a], [, b]) => b - a)[0]?.[0] ?? 'unknown';
}
