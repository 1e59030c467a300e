// Labels that came with a file: what became of them, and who goes on with them.

import { DEFAULT_PACK, FIRST_ERROR, OWN_MERIT, packIdentity, protocolIdentity } from '../core/labels';
import type { Scope } from '../core/model';
import type { MergeReport } from '../data/api';
import type { Parts } from './parts';
import { scopeOf } from './recorder';
import type { SettingsSlice } from './state';

type Rules = Pick<SettingsSlice, 'protocol' | 'pack'>;

/** Pack and protocol of a scope as settings; what is not here is left out. */
async function rulesOf({ data }: Parts, scope: Scope): Promise<Partial<Rules>> {
  const shipped = {
    [protocolIdentity(OWN_MERIT)]: 'own-merit',
    [protocolIdentity(FIRST_ERROR)]: 'first-error',
  };
  const protocol =
    (shipped[scope.protocol] as 'own-merit' | 'first-error' | undefined) ??
    (await data.protocols()).find((one) => protocolIdentity(one) === scope.protocol);
  const rules = protocol === undefined ? {} : { protocol };
  if (scope.pack === DEFAULT_PACK) return { ...rules, pack: undefined };
  const { SHIPPED_PACKS } = await import('../core/labels/packs');
  const packs = [...SHIPPED_PACKS, ...(await data.packs())];
  const pack = packs.find((one) => packIdentity(one) === scope.pack);
  return pack === undefined ? rules : { ...rules, pack };
}

/** Who has judged nothing here and said no name goes on as their annotator, under their rules. */
export async function takeUpLabels(parts: Parts, merged: MergeReport): Promise<void> {
  const { store, data, actions } = parts;
  const [scope] = merged.scopes;
  const own = await data.history(1);
  const { annotator } = store.getState().settings;
  let words = wordsOfMerge(merged);
  if (annotator === 'me' && own.length === 0 && scope !== undefined && merged.scopes.length === 1) {
    actions.changeSettings({ annotator: scope.annotator, ...(await rulesOf(parts, scope)) });
    words += ` They are ${scope.annotator}’s, and you go on under that name.`;
  } else words += wordsOfOtherRules(merged, scopeOf(store.getState()));
  store.setState({ message: words });
}

const nameOf = (identity: string) => identity.slice(0, identity.lastIndexOf('@'));

/** One's own labels under other rules than those in use do not show until these are chosen. */
function wordsOfOtherRules({ scopes }: MergeReport, now: Scope): string {
  const other = scopes.find(
    ({ annotator, pack, protocol }) =>
      annotator === now.annotator && (pack !== now.pack || protocol !== now.protocol),
  );
  return other === undefined
    ? ''
    : ` Some of yours were made under the pack “${nameOf(other.pack)}” and the protocol “${nameOf(other.protocol)}”: choose these on the packs screen to see them.`;
}

function wordsOfMerge({ added, already, differing }: MergeReport): string {
  const words = [`${added} changes were added, ${already} were here already.`];
  if (differing.length > 0)
    words.push(`${differing.length} steps have two different verdicts of one annotator.`);
  return words.join(' ');
}
