import type { Asset, Range, Score, Warning, Zone } from '../../model';
import { present } from '../fields';
import type { AttemptDraft, LabelDraft, ProblemDraft, Reading, TreeDraft } from '../format';
import { utf16Offsets } from './codePoints';
import type { TraceLine, TreeLine } from './lines';

type Span = readonly [number, number];

/** Takes ranges back to UTF-16. One that is no place of its text, or runs backwards, is left out and counted. */
class Places {
  lost = 0;
  private readonly utf16: (codePoint: number) => number | undefined;

  constructor(text: string) {
    this.utf16 = utf16Offsets(text);
  }

  range([from, to]: Span): Range[] {
    const start = this.utf16(from);
    const end = this.utf16(to);
    if (start !== undefined && end !== undefined && start <= end) return [{ start, end }];
    this.lost++;
    return [];
  }

  asset({ at, ...asset }: NonNullable<TraceLine['assets']>[number]): Asset {
    return { ...asset, ...present({ atUtf16: at === undefined ? undefined : this.utf16(at) }) };
  }
}

function readProblem({ assets = [], ...problem }: TraceLine['problem']): ProblemDraft {
  const places = new Places(problem.prompt);
  return { ...problem, assets: assets.map((asset) => places.asset(asset)) };
}

/** The steps of the line's own segmentation become given steps: read again, the trace is cut as it was judged. */
export function readTraceLine(line: TraceLine): Reading {
  const places = new Places(line.raw);
  const steps = line.ranges
    .filter(([, , kind]) => kind === 'step')
    .flatMap(([start, end]) => places.range([start, end]));
  const ordered = steps.every(({ start }, i) => i === 0 || start >= (steps[i - 1]?.end ?? 0));
  const { generator, outcome, ownAnswer, meta, scores = [], given = [] } = line.row;
  const attempt: AttemptDraft = {
    raw: line.raw,
    projection: line.projection,
    zones: line.zones.flatMap(({ at, ...zone }): Zone[] =>
      places.range(at).map((range) => ({ ...range, ...zone })),
    ),
    assets: (line.assets ?? []).map((asset) => places.asset(asset)),
    scores: scores.flatMap(({ on, ...score }): Score[] =>
      on === 'trace' ? [{ ...score, on }] : places.range(on).map((range) => ({ ...score, on: range })),
    ),
    labels: given.flatMap(({ on, spans, ...label }): LabelDraft[] => {
      const kept = spans.flatMap((span) => places.range(span));
      return (on === 'text' ? [on] : places.range(on)).map((at) => ({ ...label, on: at, spans: kept }));
    }),
    ...(ordered && { given: steps }),
    ...present({ turns: line.turns, generator, outcome, ownAnswer, meta }),
  };
  const warnings: Warning[] = [];
  if (places.lost > 0)
    warnings.push({
      kind: 'bad-offset',
      reason: `${places.lost} ranges lie outside their text and are left out.`,
    });
  if (!ordered)
    warnings.push({ kind: 'bad-ranges', reason: 'The steps overlap; the splitter decides instead.' });
  return { problem: readProblem(line.problem), attempts: [attempt], warnings };
}

/** undefined: a node stands before its parent, or a column is shorter than the nodes. */
export function readTreeLine(line: TreeLine): Reading | undefined {
  const { nodes, values, given = [] } = line;
  const inOrder = nodes.every(
    ({ parent, lead, text }, i) =>
      parent < i && (i === 0) === (parent === -1) && lead <= Math.min(text.length, 255),
  );
  const column = (data: (number | null)[]) => Float64Array.from(data, (value) => value ?? NaN);
  const fits = values.every(({ data, c, k }) =>
    [data, c ?? data, k ?? data].every(({ length }) => length === nodes.length),
  );
  if (nodes.length === 0 || !inOrder || !fits || given.some(([node]) => node >= nodes.length))
    return undefined;
  const tree: TreeDraft = {
    parent: Int32Array.from(nodes, ({ parent }) => parent),
    extraParents: (line.extraParents ?? []).filter(([a, b]) => a < nodes.length && b < nodes.length),
    text: nodes.map(({ text }) => text),
    lead: Uint8Array.from(nodes, ({ lead }) => lead),
    author: nodes.map(({ author }) => author),
    rowsEndingAt: nodes.map(() => []),
    chosenChild: Int32Array.from(nodes, ({ chosenChild }) => chosenChild ?? -1),
    terminal: Uint8Array.from(nodes, ({ terminal }) => (terminal ? 1 : 0)),
    values: values.map(({ data, c, k, ...value }) => ({
      ...value,
      data: column(data),
      ...present({ c: c && column(c), k: k && column(k) }),
    })),
    given: given.map(([node, { spans, ...label }]) => {
      const places = new Places(nodes[node]?.text ?? '');
      return [node, { ...label, spans: spans.flatMap((span) => places.range(span)) }];
    }),
    ...(line.order?.length === nodes.length && { order: Int32Array.from(line.order) }),
  };
  return { problem: readProblem(line.problem), attempts: [], tree };
}
