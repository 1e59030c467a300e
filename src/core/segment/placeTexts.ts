// Steps that come as texts (pasted from a model) are found in the trace again.

import type { Range, Result } from '../model';
import { isWhiteAt, trimmed } from './whiteSpace';

export interface NotInText {
  /** Which of the texts, from 0. */
  index: number;
  reason: string;
}

/** Where each text stands in `raw`, one behind the other; white space may differ, nothing else may, and nothing
 *  of `raw` may be left over. */
export function placeTexts(raw: string, texts: readonly string[]): Result<Range[], NotInText> {
  const ranges: Range[] = [];
  let at = 0;
  const skipWhite = () => {
    while (at < raw.length && isWhiteAt(raw, at)) at++;
  };
  for (const [index, text] of texts.entries()) {
    const words = trimmed(text, 0, text.length);
    if (!words) continue;
    skipWhite();
    const start = at;
    for (let i = words.start; i < words.end; i++) {
      if (isWhiteAt(text, i)) continue;
      skipWhite();
      if (raw[at] !== text[i]) return { ok: false, fault: { index, reason: differs(raw, at, text, i) } };
      at++;
    }
    ranges.push({ start, end: at });
  }
  skipWhite();
  if (at < raw.length || ranges.length === 0)
    return { ok: false, fault: { index: texts.length, reason: leftOver(raw, at) } };
  return { ok: true, value: ranges };
}

const shown = (text: string, at: number) => JSON.stringify(text.slice(at, at + 24));
const differs = (raw: string, at: number, text: string, i: number) =>
  `the trace goes on with ${shown(raw, at)}, the pasted text with ${shown(text, i)}`;
const leftOver = (raw: string, at: number) =>
  `nothing was pasted for the rest of the trace, ${shown(raw, at)}`;
