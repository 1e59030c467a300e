import type { OpenInput } from '../api';

interface Sample {
  name: string;
  jsonl: string;
}
// Modules, not fetched files: the page's policy forbids connections (design.md §9).
const SAMPLES: Record<string, () => Promise<Sample>> = {
  rollouts: async () => (await import('./rollouts')).ROLLOUTS,
  think: async () => (await import('./think')).THINK,
  tools: async () => (await import('./tools')).TOOLS,
};

/** A bundled sample as if it had been dropped. */
export async function sampleInput(id: string): Promise<OpenInput> {
  const load = SAMPLES[id];
  if (load === undefined) throw new Error(`There is no sample named ${id}.`);
  const { name, jsonl } = await load();
  return { name, blob: new Blob([jsonl], { type: 'application/jsonl' }) };
}
