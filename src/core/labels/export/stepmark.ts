import type { Asset, GivenLabel, Judgement, Range, RolloutTree, Segmentation } from '../../model';
import { GAP, MARKER, STEP } from '../../model';
import { codePoints } from './codePoints';
import type { CodePoints } from './codePoints';
import { stepTexts, verdictsOfRow } from './exportRow';
import type { ExportRow, Readback } from './exportRow';
import { hashTexts } from './hashTexts';
import { writeChangeLine, writeHeadLine } from './labelsFile';
import type {
  AssetInFile,
  AttemptInFile,
  GivenInFile,
  JudgementInFile,
  ProblemInFile,
  SpanInFile,
  StepmarkLine,
  TraceLine,
  TreeInFile,
  TreeLine,
} from './stepmarkLines';
import type { ExportTarget } from './target';

/** Fields with something in them: `undefined`, empty lists and empty objects are left out. */
function filled<T extends object>(fields: T): { [K in keyof T]?: NonNullable<T[K]> } {
  const isFilled = (value: unknown) =>
    value !== undefined && (typeof value !== 'object' || Object.keys(value ?? {}).length > 0);
  const kept = Object.entries(fields).filter(([, value]) => isFilled(value));
  return Object.fromEntries(kept) as { [K in keyof T]?: NonNullable<T[K]> };
}

const inFile = (points: CodePoints, { start, end }: Range): SpanInFile => [
  points.fromUnits(start),
  points.fromUnits(end),
];

const assetsInFile = (assets: readonly Asset[], points: CodePoints): AssetInFile[] =>
  assets.map(({ atUtf16, ...asset }) =>
    atUtf16 === undefined ? asset : { ...asset, at: points.fromUnits(atUtf16) },
  );

function problemInFile({ problem }: ExportRow): ProblemInFile {
  const { assets, ...rest } = problem;
  return { ...rest, ...filled({ assets: assetsInFile(assets, codePoints(problem.prompt)) }) };
}

const KINDS = { [STEP]: 'step', [MARKER]: 'marker', [GAP]: 'gap' } as const;

function rangesInFile({ bounds, kinds }: Segmentation, points: CodePoints): AttemptInFile['ranges'] {
  return Array.from(kinds, (kind, i) => [
    points.fromUnits(bounds[i]!),
    points.fromUnits(bounds[i + 1]!),
    KINDS[kind as keyof typeof KINDS],
  ]);
}

function labelInFile(label: Omit<GivenLabel, 'on'>, points: CodePoints): Omit<GivenInFile, 'on'> {
  const { spans, ...rest } = label;
  return { ...rest, ...filled({ spans: spans.map((span) => inFile(points, span)) }) };
}

function judgementInFile(
  judgement: Judgement,
  step: number,
  annotator: string,
  points: CodePoints,
): JudgementInFile {
  const { spans, refs, ...rest } = judgement;
  const placed = {
    spans: spans.map((span) => inFile(points, span)),
    refs: refs.map((span) => inFile(points, span)),
  };
  return { annotator, step, ...filled({ ...rest, ...placed }) };
}

function attemptInFile(exported: ExportRow): AttemptInFile {
  const { trace, row, segmentation, judgements, annotator, hindsight } = exported;
  const points = codePoints(trace.raw);
  const { strategy, params, version } = segmentation;
  return {
    raw: trace.raw,
    projection: trace.projection,
    zones: trace.zones.map(({ start, end, ...zone }) => ({ ...zone, at: inFile(points, { start, end }) })),
    ...filled({
      assets: assetsInFile(trace.assets, points),
      turns: trace.turns,
    }),
    // An empty list is a file's own "no steps"; absent, steps are found in the text.
    ...(trace.given && { given: trace.given.map((range) => inFile(points, range)) }),
    strategy: { strategy, params, version },
    ranges: rangesInFile(segmentation, points),
    row: filled({
      generator: row.generator,
      outcome: row.outcome,
      ownAnswer: row.ownAnswer,
      scores: row.scores.map((score) => ({
        ...score,
        on: score.on === 'trace' ? score.on : inFile(points, score.on),
      })),
      meta: row.meta,
      given: row.given.map(({ on, ...label }) => ({
        ...labelInFile(label, points),
        on: on === 'text' ? on : inFile(points, on),
      })),
    }),
    judgements: judgements.flatMap((judgement, step) =>
      judgement === undefined ? [] : [judgementInFile(judgement, step, annotator, points)],
    ),
    ...filled({ finish: hindsight?.finish, verdict: hindsight?.verdict }),
  };
}

// JSON has no NaN: an unknown number is null.
const column = (values: Float64Array) => Array.from(values, (value) => (Number.isNaN(value) ? null : value));

/** The text up to the end of a node: what offsets of its labels count in. */
function textUpTo({ parent, text }: RolloutTree, node: number): string {
  const parts: string[] = [];
  for (let at = node; at > 0; at = parent[at]!) parts.push(text[at]!);
  return parts.toReversed().join('');
}

function treeInFile(tree: RolloutTree, attemptOf: ReadonlyMap<number, number>): TreeInFile {
  return {
    parent: [...tree.parent],
    extraParents: tree.extraParents,
    text: tree.text,
    lead: [...tree.lead],
    author: tree.author.map((author) => author ?? null),
    rowsEndingAt: tree.rowsEndingAt.map((samples) =>
      samples.map((sample) => attemptOf.get(sample)).filter((attempt) => attempt !== undefined),
    ),
    chosenChild: [...tree.chosenChild],
    terminal: [...tree.terminal],
    given: tree.given.map(([node, { on: _on, ...label }]) => ({
      node,
      label: labelInFile(label, codePoints(textUpTo(tree, node))),
    })),
    values: tree.values.map(({ data, c, k, ...set }) => ({
      ...set,
      data: column(data),
      ...(c && { c: column(c) }),
      ...(k && { k: column(k) }),
    })),
    ...(tree.order && { order: [...tree.order] }),
  };
}

const labelsOf = (row: ExportRow) => verdictsOfRow(row).map((verdict) => verdict ?? 'unjudged');

/** A tree the file gave, with the exported rows of its record: one line, since it is one record. The rows are
 *  counted in the report by `write`. */
export function writeTree(
  rows: readonly ExportRow[],
  tree: RolloutTree,
): { line: string; expected: Readback } | undefined {
  const [first] = rows;
  if (first === undefined) return undefined;
  const line: TreeLine = {
    kind: 'tree',
    problem: problemInFile(first),
    attempts: rows.map(attemptInFile),
    tree: treeInFile(tree, new Map(rows.map(({ row }, i) => [row.sample, i]))),
  };
  const expected = { labels: rows.flatMap(labelsOf), texts: hashTexts(rows.flatMap(stepTexts)) };
  return { line: JSON.stringify(line), expected };
}

function readAttempt({ raw, ranges, judgements }: AttemptInFile): { labels: string[]; texts: string[] } {
  const points = codePoints(raw);
  const texts = ranges
    .filter(([, , kind]) => kind === 'step')
    .map(([start, end]) => raw.slice(points.toUnits(start), points.toUnits(end)));
  const labels = texts.map(() => 'unjudged');
  for (const { step, verdict } of judgements) if (verdict !== undefined) labels[step] = verdict;
  return { labels, texts };
}

function readBack(text: string): Readback | undefined {
  const line = JSON.parse(text) as StepmarkLine;
  if (line.kind === 'head') return undefined;
  if (line.kind === 'change') return { labels: [JSON.stringify(line.change)], texts: '' };
  const attempts = (line.kind === 'tree' ? line.attempts : [line]).map(readAttempt);
  return {
    labels: attempts.flatMap(({ labels }) => labels),
    texts: hashTexts(attempts.flatMap(({ texts }) => texts)),
  };
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
    const line: TraceLine = { kind: 'trace', problem: problemInFile(row), ...attemptInFile(row) };
    const expected = { labels: labelsOf(row), texts: hashTexts(stepTexts(row)) };
    return { ok: true, line: JSON.stringify(line), expected };
  },
  *end({ changes }) {
    for (const change of changes) {
      const expected = { labels: [JSON.stringify(change)], texts: '' };
      yield { line: writeChangeLine(change), position: `change ${change.n} of ${change.writer}`, expected };
    }
  },
  readBack,
};
