import type { Asset, Passage, ProblemKey, Range, TextKey } from '../model';
import { PrefixHash } from './prefixHash';

// Parts of a key are written with their length in front: no text can imitate a separator.
const part = (text: string) => `${text.length}:${text}`;

export interface ProblemIdentity {
  prompt: string;
  options?: readonly string[] | undefined;
  assets?: readonly Asset[] | undefined;
  /** What stands for the problem where there is no prompt: format id and the file's id, or record content. */
  instead?: string | undefined;
}

/** The key of a problem: prompt, options and images; without a prompt what stands for it (design.md §1). */
export function problemKey({ prompt, options = [], assets = [], instead = '' }: ProblemIdentity): ProblemKey {
  const hash = new PrefixHash();
  hash.update(part(prompt));
  for (const option of options) hash.update(`o${part(option)}`);
  for (const asset of assets) hash.update(`a${part(asset.hash)}`);
  if (prompt === '') hash.update(`i${part(instead)}`);
  return hash.key() as ProblemKey;
}

const startOf = (problem: ProblemKey) => new PrefixHash().update(problem);

/** The key of a whole text under its problem. */
export function textKey(problem: ProblemKey, raw: string): TextKey {
  return startOf(problem).update(raw).key() as TextKey;
}

/** The key of a text without its problem: finds labels again when a prompt was edited. */
export function bareTextKey(raw: string): TextKey {
  return new PrefixHash().update(raw).key() as TextKey;
}

/** The passages of `steps` (sorted, disjoint ranges of `raw`), in one pass over the text. */
export function passagesOf(problem: ProblemKey, raw: string, steps: readonly Range[]): Passage[] {
  const hash = startOf(problem);
  let fedTo = 0;
  return steps.map(({ start, end }) => {
    hash.update(raw, fedTo, end);
    fedTo = end;
    return { upTo: hash.key() as TextKey, start, end };
  });
}

/** A passage as a map key. Its end is already in `upTo`. */
export type PassageId = string & { readonly brand: 'passage' };
export function passageId(passage: Passage): PassageId {
  return `${passage.upTo}.${passage.start}` as PassageId;
}

/** Where the passage begins, in UTF-16 units of its text. */
export function startOfPassage(id: PassageId): number {
  return Number(id.slice(id.indexOf('.') + 1));
}
