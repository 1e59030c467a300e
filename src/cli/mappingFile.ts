import { readFile } from 'node:fs/promises';
import { mappedFormat, readMapping, withOtherShapes } from '../core/formats';
import type { TraceFormat } from '../core/formats';

/** A text says why it is none. */
export async function openMapping(path: string): Promise<TraceFormat | string> {
  let value: unknown;
  try {
    value = JSON.parse(await readFile(path, 'utf8'));
  } catch (cause) {
    return `${path} is no mapping: ${cause instanceof Error ? cause.message : String(cause)}`;
  }
  const mapping = readMapping(value);
  if (mapping.ok) return withOtherShapes(mappedFormat(mapping.value));
  return `${path} is no mapping: ${mapping.fault.reason} ${mapping.fault.remedy}`;
}
