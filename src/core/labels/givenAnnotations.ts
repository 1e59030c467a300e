import { passageId } from '../identity';
import type { GivenLabel, Hindsight, Judgement, TextKey } from '../model';
import { NO_ANNOTATIONS } from './annotations';
import type { Annotations } from './annotations';

function judgementOf(label: GivenLabel): Judgement {
  const { verdict, unsure, categories, comment, correction, spans } = label;
  const judgement: Judgement = { by: 'key', categories, tags: [], ratings: {}, spans, refs: [] };
  if (verdict !== undefined) judgement.verdict = verdict;
  if (unsure) judgement.unsure = true;
  if (comment !== undefined) judgement.comment = comment;
  if (correction !== undefined) judgement.correction = correction;
  return judgement;
}

/** What a person named by a file said there, read like the annotations of a log, so that they can stand for
 *  an annotator in an export. Labels of rules, models and unknown origin are never a person's. */
export function annotationsOfGiven(
  given: readonly GivenLabel[],
  annotator: string,
  text: TextKey,
): Annotations {
  const human = given.filter((one) => one.origin === 'human' && one.annotator === annotator);
  const passages = human.flatMap((label) =>
    label.on === 'text'
      ? []
      : [[passageId(label.on), { at: label.on, judgement: judgementOf(label) }] as const],
  );
  const whole = human.find((label) => label.on === 'text')?.verdict;
  const verdict = whole === 'correct' || whole === 'erroneous' ? whole : undefined;
  const hindsight: Hindsight = { ledNowhere: [], correctedAt: [], quality: {} };
  return {
    ...NO_ANNOTATIONS,
    passages: new Map(passages),
    texts: new Map(verdict === undefined ? [] : [[text, { ...hindsight, verdict }]]),
  };
}
