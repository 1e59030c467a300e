export { PrefixHash } from './prefixHash';
export { bareTextKey, passageId, passagesOf, problemKey, startOfPassage, textKey } from './keys';
export type { PassageId } from './keys';
