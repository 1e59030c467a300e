import { PrefixHash } from '../../identity';

/** One hash for a list of texts; lengths are hashed too, so where one ends matters. */
export function hashTexts(texts: readonly string[]): string {
  const hash = new PrefixHash();
  for (const text of texts) hash.update(`${text.length}:`).update(text);
  return hash.key();
}
