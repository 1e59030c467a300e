import type { Change, Edit, Hindsight, Judgement, LabelPack, Passage } from '../model';
import type { PassageEdit } from './edits';
import { REASONING_STEPS } from './reasoningSteps';
import { sameValue } from './sameValue';

type StepNumberOf = (at: Passage) => number | undefined;

const FINISHES: Record<NonNullable<Hindsight['finish']>, string> = {
  done: 'finished',
  partial: 'finished as partial',
  bad_problem: 'bad problem',
  give_up: 'given up',
};

function describeCategories(before: string[], after: string[], pack: LabelPack): string {
  const title = (id: string | undefined) => pack.categories.find((one) => one.id === id)?.title ?? id ?? '';
  const added = after.find((id) => !before.includes(id));
  if (added !== undefined) return `category ${title(added)}`;
  return `category ${title(before.find((id) => !after.includes(id)))} removed`;
}

const FIELDS: [keyof Judgement, string][] = [
  ['unsure', 'unsure'],
  ['comment', 'comment'],
  ['correction', 'rewrite'],
  ['badSplit', 'bad split'],
  ['spans', 'error span'],
  ['tags', 'tag'],
  ['ratings', 'rating'],
];

const isThere = (value: unknown) =>
  value !== undefined && (typeof value !== 'object' || Object.keys(value ?? {}).length > 0);

function describeJudgement(edit: PassageEdit, step: string, pack: LabelPack): string {
  const { before, after } = edit;
  if (before?.verdict !== after?.verdict) return `${step} ${after?.verdict ?? 'cleared'}`;
  const categories = [before?.categories ?? [], after?.categories ?? []] as const;
  if (!sameValue(...categories)) return describeCategories(...categories, pack);
  for (const [field, word] of FIELDS) {
    if (!sameValue(before?.[field], after?.[field]))
      return isThere(after?.[field]) ? word : `${word} removed`;
  }
  return after?.verdict === undefined ? step : `${step} ${after.verdict}`;
}

function describeMany(edits: readonly PassageEdit[], stepWord: (at: Passage) => string): string {
  const bulk = edits.filter((edit) => (edit.after ?? edit.before)?.by === 'bulk');
  const own = edits.find((edit) => !bulk.includes(edit));
  const isBack = edits.every((edit) => edit.after?.verdict === undefined);
  if (own !== undefined && (own.after ?? own.before)?.verdict === 'erroneous') {
    return `first error at ${stepWord(own.at)}${isBack ? ' removed' : ''}`;
  }
  const steps = `${bulk.length} ${bulk.length === 1 ? 'step' : 'steps'}`;
  // A verdict in a tree that carried those before it.
  if (own !== undefined && bulk.length > 0)
    return `${stepWord(own.at)} ${own.after?.verdict ?? 'cleared'} and ${steps} before it`;
  return `${edits.length} steps ${isBack ? 'cleared' : (edits[0]?.after?.verdict ?? 'changed')}`;
}

function describeHindsight(before: Hindsight | undefined, after: Hindsight | undefined): string {
  if (before?.verdict !== after?.verdict) {
    return after?.verdict === undefined ? 'verdict on the trace removed' : `trace ${after.verdict}`;
  }
  const count = (one: Hindsight | undefined, list: 'correctedAt' | 'ledNowhere') => one?.[list].length ?? 0;
  if (!sameValue(before?.correctedAt ?? [], after?.correctedAt ?? [])) {
    const isLess = count(after, 'correctedAt') < count(before, 'correctedAt');
    return isLess ? 'corrected later removed' : 'corrected later';
  }
  if (!sameValue(before?.stopAt, after?.stopAt)) {
    return after?.stopAt === undefined ? 'could have stopped removed' : 'could have stopped here';
  }
  if (count(before, 'ledNowhere') !== count(after, 'ledNowhere')) {
    return count(after, 'ledNowhere') < count(before, 'ledNowhere') ? 'led nowhere removed' : 'led nowhere';
  }
  return 'trace as a whole';
}

function describeOther(edit: Exclude<Edit, PassageEdit>): string {
  switch (edit.on) {
    case 'text':
      if (edit.before?.finish !== edit.after?.finish) {
        return edit.after?.finish === undefined ? 'not finished' : FINISHES[edit.after.finish];
      }
      return describeHindsight(edit.before, edit.after);
    case 'split':
      return edit.after === undefined ? 'steps as the file opens' : `steps by ${edit.after.strategy}`;
    case 'cuts':
      return edit.after.added.length > edit.before.added.length ||
        edit.after.removed.length < edit.before.removed.length
        ? 'cut'
        : 'steps joined';
    case 'preference':
      return edit.after === undefined ? 'preference removed' : 'preference';
    case 'reveal':
      return 'revealed';
  }
}

/** A change in the words of the history list: "step 8 erroneous", "category calculation", "comment", "first
 *  error at step 4". It is read from the edits, so a redo reads like the change it brings back.
 *  `stepNumberOf` counts from 1 and knows only the trace on screen. */
export function describeChange(
  change: Pick<Change, 'edits'>,
  stepNumberOf: StepNumberOf = () => undefined,
  pack: LabelPack = REASONING_STEPS,
): string {
  const stepWord = (at: Passage) => {
    const number = stepNumberOf(at);
    return number === undefined ? 'step' : `step ${number}`;
  };
  const onPassages = change.edits.filter((edit) => edit.on === 'passage');
  const [first] = change.edits;
  if (first === undefined) return 'nothing';
  // What becomes of the labels follows from the cut.
  if (first.on === 'cuts') return describeOther(first);
  if (onPassages.length > 1) return describeMany(onPassages, stepWord);
  return first.on === 'passage' ? describeJudgement(first, stepWord(first.at), pack) : describeOther(first);
}
