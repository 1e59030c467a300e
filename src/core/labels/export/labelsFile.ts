import type { ChangeLine, HeadLine } from '../../formats';
import type { Change, LabelPack, Protocol } from '../../model';
import { packIdentity } from '../packIdentity';
import { SHIPPED_PACKS } from '../packs';
import { FIRST_ERROR, OWN_MERIT, protocolIdentity } from '../protocols';

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

export interface OwnAgreed {
  packs: readonly LabelPack[];
  protocols: readonly Protocol[];
}
const NOTHING_OWN: OwnAgreed = { packs: [], protocols: [] };

/** What the scopes of the changes name; nothing judged yet: what is shipped. */
export function usedIn(
  changes: readonly Change[],
  own: OwnAgreed,
): { packs: LabelPack[]; protocols: Protocol[] } {
  const packs = [...SHIPPED_PACKS, ...own.packs];
  const protocols = [OWN_MERIT, FIRST_ERROR, ...own.protocols];
  if (changes.length === 0) return { packs: [SHIPPED_PACKS[0]!], protocols: [OWN_MERIT, FIRST_ERROR] };
  const named = new Set(changes.flatMap(({ scope }) => [scope.pack, scope.protocol]));
  return {
    packs: packs.filter((pack) => named.has(packIdentity(pack))),
    protocols: protocols.filter((protocol) => named.has(protocolIdentity(protocol))),
  };
}

/** The head of a labels file whose changes are written as they come: what they will name is not known yet, so all
 *  of a person's own packs and protocols are in it. */
export function writeLabelsHead({ packs, protocols }: OwnAgreed): string {
  return writeHeadLine([...SHIPPED_PACKS, ...packs], [OWN_MERIT, FIRST_ERROR, ...protocols]);
}

export function writeChangeLine(change: Change): string {
  const line: ChangeLine = { kind: 'change', change };
  return JSON.stringify(line);
}

/** A labels file: a head and the log, nothing of the source. Opened again it is merged: a set union. The head
 *  holds the packs and protocols the changes were made under, of the shipped ones and `own`. */
export function writeLabelsFile(changes: readonly Change[], own: OwnAgreed = NOTHING_OWN): string {
  const { packs, protocols } = usedIn(changes, own);
  const head = writeHeadLine(packs, protocols);
  return [head, ...changes.map(writeChangeLine), ''].join('\n');
}
