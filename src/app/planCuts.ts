// The edits of a cut or a join by hand: the cut itself, kept at the passage it cuts or joins, and what becomes of
// the labels (design.md §6). All of it is one change.

import { passageId, passagesOf } from '../core/identity';
import { mergeJudgements, ownCuts, splitJudgement, type Annotations } from '../core/labels';
import type { Cuts, Edit, Judgement, Passage, Range, Result } from '../core/model';
import { applyOwnCuts, splitSteps, stepRanges } from '../core/segment';
import { keyAtOf } from './selectShown';
import type { ReaderSlice, StepView } from './state';

export type Planned = Result<Edit[], string>;
type CutsEdit = Extract<Edit, { on: 'cuts' }>;
const NO_CUTS: Cuts = { added: [], removed: [] };
const OVERLAPS =
  'Earlier cuts by hand stand in the way here. Join the steps around it first, then cut them anew.';

const without = (list: readonly number[], at: number) => list.filter((one) => one !== at);

function cutsAt({ cuts }: Annotations, at: Passage): Cuts {
  return cuts.get(passageId(at))?.cuts ?? NO_CUTS;
}

/** The steps inside `range` once the edits are made. */
function stepsAfter(
  { open, strategy }: ReaderSlice,
  annotations: Annotations,
  edits: readonly CutsEdit[],
  range: Range,
): Passage[] {
  const { trace, problem } = open;
  const cuts = new Map(annotations.cuts);
  for (const { at, after } of edits) cuts.set(passageId(at), { at, cuts: after });
  const own = ownCuts({ ...annotations, cuts }, trace.raw.length, keyAtOf(trace));
  const steps = stepRanges(applyOwnCuts(trace.raw, splitSteps(trace, strategy), own));
  const inside = steps.filter(({ start, end }) => end > range.start && start < range.end);
  return passagesOf(problem.key, trace.raw, inside);
}

/** Cuts below a passage that is about to be cut or joined are of an earlier life of it: they would act again. */
function stale({ open }: ReaderSlice, annotations: Annotations, within: Range): CutsEdit[] {
  const { trace } = open;
  return ownCuts(annotations, trace.raw.length, keyAtOf(trace))
    .filter(({ at }) => at.start >= within.start && at.end <= within.end)
    .filter(({ at }) => at.end - at.start < within.end - within.start)
    .map(({ at, cuts }) => ({ on: 'cuts', at, before: cuts, after: NO_CUTS }));
}

/** The first of these that leads to steps that `fits` takes. */
function firstFitting(
  reader: ReaderSlice,
  annotations: Annotations,
  range: Range,
  tries: readonly CutsEdit[][],
  fits: (steps: readonly Passage[]) => boolean,
): { edits: CutsEdit[]; steps: Passage[] } | undefined {
  for (const edits of tries) {
    const steps = stepsAfter(reader, annotations, edits, range);
    if (fits(steps)) return { edits, steps };
  }
  return undefined;
}

/** A judgement that comes to a passage where one stands already, from an earlier cut: none is lost. */
function arriving(raw: string, at: Passage, there: Judgement | undefined, coming: Judgement): Judgement {
  if (there === undefined) return coming;
  const { correction: _correction, ...both } = mergeJudgements(
    raw,
    { at, judgement: there },
    { at, judgement: coming },
  )!;
  const correction = there.correction ?? coming.correction;
  return { ...both, review: true, ...(correction === undefined ? {} : { correction }) };
}

const saysNothing = ({
  verdict,
  categories,
  tags,
  spans,
  refs,
  ratings,
  comment,
  correction,
  unsure,
  badSplit,
}: Judgement) =>
  verdict === undefined &&
  comment === undefined &&
  correction === undefined &&
  !unsure &&
  !badSplit &&
  categories.length + tags.length + spans.length + refs.length + Object.keys(ratings).length === 0;

function said(annotations: Annotations, at: Passage): Judgement | undefined {
  return annotations.passages.get(passageId(at))?.judgement;
}

export function planCut(reader: ReaderSlice, annotations: Annotations, step: StepView, at: number): Planned {
  const { raw } = reader.open.trace;
  const passage = step.passage;
  const before = cutsAt(annotations, passage);
  // Cutting where two steps were joined takes the join back.
  const after = before.removed.includes(at)
    ? { ...before, removed: without(before.removed, at) }
    : { ...before, added: [at] };
  const own: CutsEdit = { on: 'cuts', at: passage, before, after };
  const halves = stale(reader, annotations, passage).filter(
    (edit) => edit.at.end <= at || edit.at.start >= at,
  );
  const found = firstFitting(
    reader,
    annotations,
    passage,
    [[own], [own, ...halves], [own, ...stale(reader, annotations, passage)]],
    (steps) => steps.length === 2 && steps[1]!.start >= at && steps[0]!.end <= at,
  );
  if (found === undefined) return { ok: false, fault: OVERLAPS };
  const [first, second] = found.steps as [Passage, Passage];
  const judgement = said(annotations, passage);
  const edits: Edit[] = [...found.edits];
  if (judgement !== undefined) {
    edits.push({ on: 'passage', at: passage, before: judgement, after: undefined });
    for (const [i, half] of splitJudgement(judgement, first, second).entries()) {
      if (judgement.verdict === undefined && saysNothing(half)) continue;
      const place = i === 0 ? first : second;
      const there = said(annotations, place);
      edits.push({ on: 'passage', at: place, before: there, after: arriving(raw, place, there, half) });
    }
  }
  return { ok: true, value: edits };
}

export function planJoin(
  reader: ReaderSlice,
  annotations: Annotations,
  first: StepView,
  second: StepView,
): Planned {
  const { raw } = reader.open.trace;
  if (first.zone !== second.zone)
    return { ok: false, fault: `Step ${second.index + 1} begins a part of the trace: it stays by itself.` };
  const at: Passage = { upTo: second.passage.upTo, start: first.start, end: second.end };
  const before = cutsAt(annotations, at);
  const back: CutsEdit = { on: 'cuts', at, before, after: { ...before, added: [] } };
  const join: CutsEdit = { on: 'cuts', at, before, after: { added: [], removed: [second.start] } };
  const older = stale(reader, annotations, at);
  // Joining what was cut by hand takes the cut back.
  const tries = [...(before.added.length > 0 ? [[back], [back, ...older]] : []), [join], [join, ...older]];
  const found = firstFitting(reader, annotations, at, tries, (steps) => {
    const [only] = steps;
    return steps.length === 1 && only!.start === at.start && only!.end === at.end;
  });
  if (found === undefined)
    return { ok: false, fault: 'What stands between these two steps is no step: they cannot be joined.' };
  const [a, b] = [said(annotations, first.passage), said(annotations, second.passage)];
  const merged = mergeJudgements(raw, { at: first, judgement: a }, { at: second, judgement: b });
  const edits: Edit[] = [...found.edits];
  if (a !== undefined) edits.push({ on: 'passage', at: first.passage, before: a, after: undefined });
  if (b !== undefined) edits.push({ on: 'passage', at: second.passage, before: b, after: undefined });
  if (merged !== undefined) {
    const there = said(annotations, at);
    edits.push({ on: 'passage', at, before: there, after: arriving(raw, at, there, merged) });
  }
  return { ok: true, value: edits };
}
