import type { ChangeLine, HeadLine } from '../../formats';
import type { Change, LabelPack, Protocol } from '../../model';
import { REASONING_STEPS } from '../packs';
import { FIRST_ERROR, OWN_MERIT } from '../protocols';

/** Raised together with STEPMARK_VERSION of the reader, a test compares them. */
const VERSION = 1;

export function writeHeadLine(packs: readonly LabelPack[], protocols: readonly Protocol[]): string {
  const head: HeadLine & { changeOffsets: 'utf16' } = {
    stepmark: VERSION,
    kind: 'head',
    offsets: 'codepoint',
    changeOffsets: 'utf16',
    packs: [...packs],
    protocols: [...protocols],
  };
  return JSON.stringify(head);
}

export function writeChangeLine(change: Change): string {
  const line: ChangeLine = { kind: 'change', change };
  return JSON.stringify(line);
}

/** A labels file: a head and the log, nothing of the source. Opened again it is merged: a set union. */
export function writeLabelsFile(changes: readonly Change[]): string {
  const head = writeHeadLine([REASONING_STEPS], [OWN_MERIT, FIRST_ERROR]);
  return [head, ...changes.map(writeChangeLine), ''].join('\n');
}
