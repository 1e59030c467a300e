import { diffWordsWithSpace } from 'diff';

export interface DiffPart {
  text: string;
  isChanged: boolean;
}
export interface WordDiff {
  original: DiffPart[];
  rewrite: DiffPart[];
  /** Words. */
  out: number;
  in: number;
}

/** Long texts differ in whole at the latest after this time: typing must not wait. */
const TIMEOUT_MS = 80;
const wordsIn = (text: string) => text.split(/\s+/).filter(Boolean).length;

/** Which words of the original are gone and which of the rewrite are new. */
export function wordDiff(original: string, rewrite: string): WordDiff {
  const parts = diffWordsWithSpace(original, rewrite, { timeout: TIMEOUT_MS });
  if (parts === undefined) {
    return {
      original: [{ text: original, isChanged: true }],
      rewrite: [{ text: rewrite, isChanged: true }],
      out: wordsIn(original),
      in: wordsIn(rewrite),
    };
  }
  const side = (without: 'added' | 'removed'): DiffPart[] =>
    parts
      .filter((part) => !part[without])
      .map(({ value, added, removed }) => ({ text: value, isChanged: added || removed }));
  const count = (which: 'added' | 'removed') =>
    parts.reduce((sum, part) => sum + (part[which] ? wordsIn(part.value) : 0), 0);
  return { original: side('added'), rewrite: side('removed'), out: count('removed'), in: count('added') };
}
