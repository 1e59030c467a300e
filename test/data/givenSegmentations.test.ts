// The steps that real files give, compared with the files' own strings as they stand in the raw JSON (read here, not
// by our formats), code unit for code unit; and how often a preset finds the same steps in the joined text.

import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test, vi } from 'vitest';
import type { Range, Strategy, Trace } from '../../src/core/model';
import { splitSteps, stepRanges, strategyOf } from '../../src/core/segment';
import type { StrategyId } from '../../src/core/segment';
import { inMemoryData } from '../../src/data/inMemory';
import { SCOPE } from './tab';

vi.setConfig({ testTimeout: 60_000 });

const SHARED = '../shared/data';
// Foreign JSON, read as the tables below need it.
// oxlint-disable-next-line typescript/no-explicit-any
type Json = any;

/** A parquet file is compared with the JSONL it was made from. */
const rawTwin = (path: string) =>
  path.endsWith('.parquet') ? 'bigbench_mistake/multistep_arithmetic.jsonl' : path;

function recordsOf(path: string): Json[] {
  const bytes = readFileSync(`${SHARED}/${path}`);
  const text = (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8').replace(/^\ufeff/, '');
  if (/\.jsonl(\.gz)?$/.test(path)) {
    return text.split('\n').flatMap((line) => (line.trim() === '' ? [] : [JSON.parse(line) as Json]));
  }
  const whole = JSON.parse(text) as Json;
  return Array.isArray(whole) ? whole : [whole];
}

/** Paths from the root to each leaf, the root left out. */
function pathsOf(node: Json, textOf: (node: Json, parent: Json) => string): string[][] {
  const children: Json[] = node.children ?? [];
  if (children.length === 0) return [[]];
  return children.flatMap((child) => pathsOf(child, textOf).map((rest) => [textOf(child, node), ...rest]));
}
const chosenOf = ({ completions, human_completion: human, chosen_completion: chosen }: Json): string[] =>
  [(completions?.[chosen ?? -1] ?? human ?? completions?.[0])?.text].filter((text) => text !== undefined);

/** Entries under the heading of their step, blank ones before the next heading left out. */
function underHeadings(entries: string[]): string[] {
  const heading = /^\s*(?:Step\s*\d+|Solution)/i;
  if (!entries.some((entry) => heading.test(entry))) return entries.filter((entry) => entry.trim() !== '');
  const steps: string[][] = [];
  for (const entry of entries) {
    if (heading.test(entry) || (steps.length === 0 && entry.trim() !== '')) steps.push([entry]);
    else steps.at(-1)?.push(entry);
  }
  return steps.map((lines) =>
    lines.slice(0, lines.findLastIndex((line) => line.trim() !== '') + 1).join('\n'),
  );
}

/** What each traces' steps are, from the records alone. */
const STEPS: Record<string, (record: Json) => string[][]> = {
  processbench: ({ steps }) => [steps],
  'bigbench-mistake': ({ steps }) => [steps],
  'trl-stepwise': ({ completions }) => [completions],
  'mr-gsm8k': ({ model_output_steps: steps }) => [steps],
  prmbench: ({ modified_process: steps }) => [steps],
  versaprm: ({ chain_of_thoughts: chains }) => chains.map(({ steps }: Json) => steps),
  'mr-ben': (groups) =>
    Object.values(groups).flatMap((group: Json) =>
      group.map(({ Model_Solution_Steps: steps }: Json) => underHeadings(steps)),
    ),
  prm800k: ({ label, question }) => {
    const chosen: string[] = label.steps.flatMap(chosenOf);
    const generated: string[] = question.pre_generated_steps ?? [];
    return [chosen.every((text, i) => text === generated[i]) ? generated : chosen];
  },
  autorace: ({ reasoning_chain: chain }) => [
    chain
      .trim()
      .split(/\n(?=Step \d+ - )/)
      .map((s: string) => s.trimEnd()),
  ],
  'math-shepherd': ({ input }) => [
    input
      .slice(input.indexOf('Step 1:'))
      .split(/ ки\n?/)
      .filter((text: string) => text !== ''),
  ],
  'omegaprm-tree': ({ reasoning_steps: root }) => pathsOf(root, ({ text }) => text),
  'mcts-json': ({ root }) => pathsOf(root, (child, parent) => child.state.slice(parent.state.length)),
  'omegaprm-flat': ({ question, reasoning_steps: nodes }) => {
    const prefixes: string[] = nodes.map((node: Json) => node.solution_prefix);
    const before = (text: string) =>
      [question, ...prefixes]
        .filter((one) => one.length < text.length && text.startsWith(one) && /\s/.test(text[one.length]!))
        .reduce((longest, one) => (one.length > longest.length ? one : longest), '');
    const inner = new Set(prefixes.map(before));
    const wayTo = (text: string): string[] =>
      text === question ? [] : [...wayTo(before(text)), text.slice(before(text).length)];
    // Of equal prefixes the first is the parent of what follows.
    return prefixes.filter((text, i) => !inner.has(text) || prefixes.indexOf(text) < i).map(wayTo);
  },
  'swe-agent': ({ trajectory }) => [
    trajectory.map(({ thought, action, observation }: Json) =>
      [thought, action, observation].filter((text) => text.trim() !== '').join('\n\n'),
    ),
  ],
  'tot-dfs': (search) => {
    const ways: string[][] = search.map(({ actions }: Json) => actions);
    const inner = new Set(ways.map((way) => JSON.stringify(way.slice(0, -1))));
    return ways.filter((way) => !inner.has(JSON.stringify(way)));
  },
  'tot-bfs': ({ ys, steps }) =>
    ys.map((whole: string) => {
      const found: string[] = [];
      let at = 0;
      for (const { new_ys: texts } of steps) {
        const now = texts.find((text: string) => whole.startsWith(text) && text.length > at);
        if (now === undefined) continue;
        found.push(now.slice(at));
        at = now.length;
      }
      return found;
    }),
};

interface Facts {
  path: string;
  format: string;
  traces: number;
  givenSteps: number | null;
}
const facts = existsSync(SHARED)
  ? (JSON.parse(readFileSync(`${SHARED}/EXPECTED.json`, 'utf8')) as { files: Facts[] }).files
  : [];
// A folder is opened file by file in the page.
const withSteps = facts.filter(({ path, givenSteps }) => givenSteps !== null && !path.endsWith('/'));

const known = new Map<string, Promise<Trace[]>>();
function tracesOf(file: Facts): Promise<Trace[]> {
  let traces = known.get(file.path);
  if (traces === undefined) known.set(file.path, (traces = readTraces(file)));
  return traces;
}
async function readTraces({ path, traces }: Facts): Promise<Trace[]> {
  const data = inMemoryData();
  const blob = new Blob([readFileSync(`${SHARED}/${path}`)]);
  const { key } = await data.open([{ name: path.split('/').at(-1)!, blob }], () => undefined);
  const found: Trace[] = [];
  for (let row = 0; row < traces; row++) found.push((await data.readTrace(key, row, SCOPE)).trace);
  return found;
}
const rangesOf = (trace: Trace, strategy: Strategy) => stepRanges(splitSteps(trace, strategy));
const textsOf = (trace: Trace, ranges: readonly Range[]) =>
  ranges.map(({ start, end }) => trace.raw.slice(start, end));

describe('given steps come back code unit for code unit', () => {
  test('how many files are compared', () => {
    console.log(
      withSteps.length > 0 ? `${withSteps.length} files of ${SHARED} are compared` : `${SHARED} is missing`,
    );
    expect(withSteps.every(({ format }) => STEPS[format])).toBe(true);
  });
  for (const file of withSteps) {
    test(file.path, async () => {
      const own = recordsOf(rawTwin(file.path))
        .flatMap((record) => STEPS[file.format]!(record))
        .map((steps) => steps.filter((text) => text !== ''));
      const traces = await tracesOf(file);
      expect(traces.map((trace) => textsOf(trace, rangesOf(trace, strategyOf('given'))))).toEqual(own);
      expect(own.flat()).toHaveLength(file.givenSteps!);
    });
  }
});

const PRESETS: Record<string, StrategyId> = {
  processbench: 'blank',
  prm800k: 'line',
  'bigbench-mistake': 'line',
  prmbench: 'line',
};
/** Why a step of the file is none of the preset. */
function reasonOf(text: string, preset: StrategyId): string {
  if (/\n[ \t]*\n/.test(text)) return 'hold a blank line';
  if (preset === 'line' && text.trim().includes('\n')) return 'hold several lines';
  return 'are cut otherwise';
}

/** Of the given steps, those that the preset finds in the joined text; white space at their ends may differ. */
function compare(trace: Trace, preset: StrategyId) {
  const cut = new Set(rangesOf(trace, strategyOf(preset)).map(({ start, end }) => `${start} ${end}`));
  const given = rangesOf(trace, strategyOf('given'));
  const missed = given.filter(({ start, end }) => {
    const text = trace.raw.slice(start, end);
    const first = start + text.length - text.trimStart().length;
    return !cut.has(`${first} ${first + text.trim().length}`);
  });
  return { steps: given.length, missed: textsOf(trace, missed) };
}

test.skipIf(withSteps.length === 0)('how often a preset finds the steps of the joined text', async () => {
  const shares: Record<string, number> = {};
  for (const [format, preset] of Object.entries(PRESETS)) {
    const files = withSteps.filter((file) => file.format === format && !file.path.startsWith('reencoded/'));
    const compared = (await Promise.all(files.map(tracesOf))).flat().map((trace) => compare(trace, preset));
    const steps = compared.reduce((sum, one) => sum + one.steps, 0);
    const missed = compared.flatMap((one) => one.missed);
    const whole = compared.filter((one) => one.missed.length === 0).length;
    const why = ['hold a blank line', 'hold several lines', 'are cut otherwise'].flatMap((reason) => {
      const texts = missed.filter((text) => reasonOf(text, preset) === reason);
      return texts.length === 0
        ? []
        : [`${texts.length} ${reason} (${JSON.stringify(texts[0]!.slice(0, 80))})`];
    });
    shares[format] = Math.floor((1000 * (steps - missed.length)) / steps) / 10;
    console.log(
      `${format} by ${preset}: ${steps - missed.length} of ${steps} steps, ${shares[format]} %; ` +
        `${whole} of ${compared.length} traces whole. ${why.join(', ')}`,
    );
  }
  expect(shares).toEqual({ processbench: 100, prm800k: 89.1, 'bigbench-mistake': 100, prmbench: 99.2 });
});
