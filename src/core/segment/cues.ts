// Words with which a model turns: it doubts, checks, changes its mind. Where they begin a sentence, a new
// thought begins.

import { isWhiteAt } from './whiteSpace';

const CUES = [
  'Wait',
  'Hmm',
  'Hm',
  'Alternatively',
  'But',
  'Let me check',
  'Let me double-check',
  'Let me double check',
  'Let me verify',
  'Let me re-check',
  'Let me recheck',
  'Let me reconsider',
  'Let me try',
  'Actually',
  'Hold on',
  'On second thought',
  'No, wait',
  'Oh wait',
  '等等',
  '等一下',
  '不过',
  '或者',
  '让我',
  '但是',
  '另外',
];
const isLetter = (unit: string | undefined) => unit !== undefined && /[\p{L}\p{N}]/u.test(unit);
const isCjk = (unit: string) => /[\u3040-\u30ff\u3400-\u9fff]/.test(unit);

/** The words to look for, in capitals too; `own` takes the place of the built-in list. */
export function cueWords(own: readonly string[] = CUES): readonly string[] {
  return [...new Set(own.flatMap((cue) => [cue, cue.toUpperCase()]))];
}

/** One of `words` begins at the first word from `at` on. */
export function cueAt(raw: string, at: number, words: readonly string[]): boolean {
  let first = at;
  while (first < raw.length && isWhiteAt(raw, first)) first++;
  while ('*_"“'.includes(raw[first] ?? ' ')) first++;
  return words.some((cue) => {
    if (!raw.startsWith(cue, first)) return false;
    let end = first + cue.length;
    // Hmmmm.
    while (/mm$/i.test(cue) && /m/i.test(raw[end] ?? '')) end++;
    return isCjk(cue.at(-1)!) || !isLetter(raw[end]);
  });
}
