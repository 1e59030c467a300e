import { passageId } from '../identity';
import type { Edit, ProblemKey } from '../model';
import type { Annotations } from './annotations';
import { prefixKeys } from './matchJudgements';

/** Judgements that were made on the very same text under another problem (its prompt was edited since), as
 *  edits that put them on this problem's passages. Only the prompt enters a passage's key beside the text, so a
 *  judgement belongs to this text exactly when its key is that of `raw` under the other problem. What is judged
 *  here already is left as it is. Hindsight of the whole text and preferences stay behind: they are few, and
 *  rest on the task. */
export function labelsUnderOtherPrompt(
  other: { problem: ProblemKey; annotations: Annotations },
  here: { problem: ProblemKey; annotations: Annotations },
  raw: string,
): Edit[] {
  const keyThere = prefixKeys(other.problem, raw);
  const keyHere = prefixKeys(here.problem, raw);
  return [...other.annotations.passages.values()]
    .filter(({ at }) => at.end <= raw.length)
    .sort((a, b) => a.at.end - b.at.end || a.at.start - b.at.start)
    .filter(({ at }) => keyThere(at.end) === at.upTo)
    .map(({ at, judgement }) => ({ at: { ...at, upTo: keyHere(at.end) }, judgement }))
    .filter(({ at }) => !here.annotations.passages.has(passageId(at)))
    .map(({ at, judgement }): Edit => ({ on: 'passage', at, before: undefined, after: judgement }));
}
