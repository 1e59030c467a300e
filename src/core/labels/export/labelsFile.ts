import type { Change, LabelPack, Protocol } from '../../model';
import { REASONING_STEPS } from '../packs';
import { FIRST_ERROR, OWN_MERIT } from '../protocols';
import type { ChangeLine, HeadLine } from './stepmarkLines';

export function writeHeadLine(packs: readonly LabelPack[], protocols: readonly Protocol[]): string {
  const head: HeadLine = {
    stepmark: 1,
    kind: 'head',
    offsets: 'codepoint',
    changeOffsets: 'utf16',
    packs,
    protocols,
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
