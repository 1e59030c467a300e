import type { Cuts, Segmentation } from '../model';

/** A person's own cuts on top of the base segmentation. */
export function applyCuts(_raw: string, segmentation: Segmentation, cuts: readonly Cuts[]): Segmentation {
  return cuts.length === 0 ? segmentation : segmentation;
}
