// Stepmark's own lines; their shape is in core/formats/stepmark/lines.ts. Only its types are imported: the page
// lists the targets, and should not load every format for that.

import type { StepmarkLine, TraceLine, TreeLine } from '../../formats';
import type { Asset, GivenLabel, Judgement, Problem, Range, RolloutTree, Segmentation } from '../../model';
import { GAP, MARKER, STEP } from '../../model';
import { codePoints } from './codePoints';
import type { CodePoints } from './codePoints';
import { stepTexts, verdictsOfRow } from './exportRow';
import type { ExportRow, Readback } from './exportRow';
import { hashTexts } from './hashTexts';
import { writeChangeLine, writeHeadLine } from './labelsFile';
import type { ExportTarget } from './target';

type Span = [start: number, end: number];
type RowInFile = TraceLine['row'];
type JudgementInFile = NonNullable<TraceLine['judgements']>[number];

/** Fields with something in them: `undefined`, empty lists and empty objects are left out. */
function filled<T extends object>(fields: T): { [K in keyof T]?: NonNullable<T[K]> } {
  const isFilled = (value: unknown) =>
    value !== undefined && (typeof value !== 'object' || Object.keys(value ?? {}).length > 0);
  const kept = Object.entries(fields).filter(([, value]) => isFilled(value));
  return Object.fromEntries(kept) as { [K in keyof T]?: NonNullable<T[K]> };
}

const inFile = (points: CodePoints, { start, end }: Range): Span => [
  points.fromUnits(start),
  points.fromUnits(end),
];

const assetsInFile = (assets: readonly Asset[], points: CodePoints) =>
  assets.map(({ atUtf16, ...asset }) =>
    atUtf16 === undefined ? asset : { ...asset, at: points.fromUnits(atUtf16) },
  );

function problemInFile({ assets, ...problem }: Problem): TraceLine['problem'] {
  return { ...problem, ...filled({ assets: assetsInFile(assets, codePoints(problem.prompt)) }) };
}

const KINDS = { [STEP]: 'step', [MARKER]: 'marker', [GAP]: 'gap' } as const;

function rangesInFile({ bounds, kinds }: Segmentation, points: CodePoints): TraceLine['ranges'] {
  return Array.from(kinds, (kind, i) => [
    points.fromUnits(bounds[i]!),
    points.fromUnits(bounds[i + 1]!),
    KINDS[kind as keyof typeof KINDS],
  ]);
}

const labelInFile = ({ spans, ...label }: Omit<GivenLabel, 'on'>, points: CodePoints) => ({
  ...label,
  spans: spans.map((span) => inFile(points, span)),
});

function rowInFile({ row }: ExportRow, points: CodePoints): RowInFile {
  return filled({
    generator: row.generator,
    outcome: row.outcome,
    ownAnswer: row.ownAnswer,
    // JSON has no NaN and no infinity; such a score says nothing.
    scores: row.scores
      .filter(({ value }) => Number.isFinite(value))
      .map((score) => ({ ...score, on: score.on === 'trace' ? score.on : inFile(points, score.on) })),
    meta: row.meta,
    given: row.given.map(({ on, ...label }) => ({
      ...labelInFile(label, points),
      on: on === 'text' ? on : inFile(points, on),
    })),
  });
}

function judgementsInFile(
  { judgements, annotator, activeMs }: ExportRow,
  points: CodePoints,
): JudgementInFile[] {
  const one = ({ spans, refs, ...rest }: Judgement, step: number): JudgementInFile => ({
    annotator,
    step,
    ...filled({
      ...rest,
      activeMs: activeMs?.[step],
      spans: spans.map((span) => inFile(points, span)),
      refs: refs.map((span) => inFile(points, span)),
    }),
  });
  return judgements.flatMap((judgement, step) => (judgement === undefined ? [] : [one(judgement, step)]));
}

function traceLine(exported: ExportRow): TraceLine {
  const { problem, trace, segmentation } = exported;
  const points = codePoints(trace.raw);
  const { strategy, params, version } = segmentation;
  return {
    kind: 'trace',
    problem: problemInFile(problem),
    raw: trace.raw,
    projection: trace.projection,
    zones: trace.zones.map(({ start, end, ...zone }) => ({ ...zone, at: inFile(points, { start, end }) })),
    ...filled({ assets: assetsInFile(trace.assets, points), turns: trace.turns }),
    // An empty list is a file's own "no steps"; where it is absent, steps are found in the text.
    ...(trace.given && { given: trace.given.map((range) => inFile(points, range)) }),
    strategy: { strategy, params, version },
    ranges: rangesInFile(segmentation, points),
    row: rowInFile(exported, points),
    judgements: judgementsInFile(exported, points),
  };
}

/** NaN is "not given", null in the file. */
const column = (values: Float64Array) => Array.from(values, (value) => (Number.isNaN(value) ? null : value));

/** A tree that the file gave, as a line among the traces; one merged from rollouts is merged again. */
export function writeTree(problem: Problem, tree: RolloutTree): string {
  const line: TreeLine = {
    kind: 'tree',
    problem: problemInFile(problem),
    nodes: tree.text.map((text, node) => ({
      parent: tree.parent[node]!,
      text,
      lead: tree.lead[node]!,
      ...filled({ author: tree.author[node] }),
      ...(tree.chosenChild[node]! >= 0 && { chosenChild: tree.chosenChild[node]! }),
      ...(tree.terminal[node] === 1 && { terminal: true as const }),
    })),
    extraParents: tree.extraParents,
    values: tree.values.map(({ data, c, k, ...set }) => ({
      ...set,
      data: column(data),
      ...(c && { c: column(c) }),
      ...(k && { k: column(k) }),
    })),
    given: tree.given.map(([node, { on: _on, ...label }]) => [
      node,
      labelInFile(label, codePoints(tree.text[node]!)),
    ]),
    ...(tree.order && { order: [...tree.order] }),
  };
  return JSON.stringify(line);
}

const labelsOf = (row: ExportRow) => verdictsOfRow(row).map((verdict) => verdict ?? 'unjudged');

function readBack(text: string): Readback | undefined {
  const line = JSON.parse(text) as StepmarkLine;
  if (line.kind === 'head' || line.kind === 'tree') return undefined;
  if (line.kind === 'change') return { labels: [JSON.stringify(line.change)], texts: '' };
  const points = codePoints(line.raw);
  const texts = line.ranges
    .filter(([, , kind]) => kind === 'step')
    .map(([start, end]) => line.raw.slice(points.toUnits(start), points.toUnits(end)));
  const labels = texts.map(() => 'unjudged');
  for (const { step, ['verdict']: verdict } of line.judgements ?? []) {
    if (typeof verdict === 'string') labels[step] = verdict;
  }
  return { labels, texts: hashTexts(texts) };
}

export const STEPMARK: ExportTarget = {
  id: 'stepmark',
  title: 'Stepmark JSONL',
  hint: 'lossless, opens again here',
  group: 'Everything',
  policies: [],
  notes: [
    'Nothing is left out: texts, zones, steps, what the file gave, and every change in the order it was made.',
    'Offsets count Unicode code points; those inside changes count UTF-16 code units.',
  ],
  offsets: 'codepoint',
  values: ['correct', 'redundant', 'erroneous', 'unjudged'],
  meaningOf: (value) => value,
  begin: ({ packs, protocols }) => [writeHeadLine(packs, protocols)],
  write(row) {
    const expected = { labels: labelsOf(row), texts: hashTexts(stepTexts(row)) };
    return { ok: true, line: JSON.stringify(traceLine(row)), expected };
  },
  *end({ changes }) {
    for (const change of changes) {
      const expected = { labels: [JSON.stringify(change)], texts: '' };
      yield { line: writeChangeLine(change), position: `change ${change.n} of ${change.writer}`, expected };
    }
  },
  readBack,
};
