import type { LabelPack } from '../model';
import { contentIdentity } from './contentIdentity';

/** `id@hash` of the pack that is in use until another is chosen (`REASONING_STEPS`), as a scope names it. Spelled
 *  out so that the page need not load a pack to show a library; a test compares it with the pack. */
export const DEFAULT_PACK = 'reasoning-steps@d0385b3486191ab4be3e0e7c393aeb2e';

/** `id@hash`, as a scope names it. */
export function packIdentity(pack: LabelPack): string {
  return contentIdentity(pack);
}
