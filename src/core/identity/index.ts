export { PrefixHash } from './prefixHash';
export { bareTextKey, passageId, passagesOf, problemKey, textKey } from './keys';
export type { PassageId } from './keys';
