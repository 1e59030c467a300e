import type { Mapping } from '../core/model';
import type { OpenInput } from '../data/api';

const MAX_BYTES = 1 << 20;

/** A mapping that somebody shared, known by its content; undefined: the file is something else. */
export async function mappingIn({ blob }: OpenInput): Promise<Mapping | undefined> {
  if (blob.size > MAX_BYTES) return undefined;
  try {
    const text = new TextDecoder().decode(await blob.slice(0, MAX_BYTES).arrayBuffer());
    if (!text.includes('"stepmarkMapping"')) return undefined;
    const value = JSON.parse(text) as Partial<Mapping> | null;
    if (value?.stepmarkMapping !== 1) return undefined;
    const { name, rows } = value;
    return { ...value, stepmarkMapping: 1, name: name ?? 'mapping', rows: rows ?? '$[*]' };
  } catch {
    return undefined;
  }
}
