import { PrefixHash } from '../identity';
import { canonicalJson } from './sameValue';

/** `id@hash` of an agreed value (a pack, a protocol): its content, not the order of its fields. */
export function contentIdentity(value: { id: string }): string {
  return `${value.id}@${new PrefixHash().update(canonicalJson(value)).key()}`;
}
