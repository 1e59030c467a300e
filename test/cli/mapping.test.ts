// One mapping file, two readers: the command line and the library of the page.

import { readFileSync } from 'node:fs';
import { expect, test, vi } from 'vitest';
import { inspectPath } from '../../src/cli/inspect';
import { openMapping } from '../../src/cli/mappingFile';
import type { Mapping, Verdict } from '../../src/core/model';
import { openContent, newBrowser, openTab, SCOPE } from '../data/tab';

vi.setConfig({ testTimeout: 60_000 });

const FOLDER = 'test/fixtures/mappings';
const BOTH = `${FOLDER}/walks.jsonl`;

test('a mapping gives the same rows, traces, steps and labels in both', async () => {
  const text = readFileSync(`${FOLDER}/walks.mapping.json`, 'utf8');
  const mapped = await openMapping(`${FOLDER}/walks.mapping.json`);
  if (typeof mapped === 'string') throw new Error(mapped);
  const line = await inspectPath(BOTH, () => undefined, mapped);

  const tab = openTab(newBrowser());
  const mapping = JSON.parse(text) as Mapping;
  const summary = await openContent(tab, 'walks.jsonl', readFileSync(BOTH, 'utf8'), { mapping });
  const open = await Promise.all(
    Array.from({ length: summary.rows }, (_, row) => tab.data.readTrace(summary.key, row, SCOPE)),
  );
  tab.close();
  const verdicts = open.flatMap(({ of }) => of.given.map(({ verdict }) => verdict));
  const count = (verdict: Verdict | undefined) => verdicts.filter((one) => one === verdict).length;

  expect(line).toMatchObject({ format: 'mapping:walks', rows: 4, traces: 3, givenSteps: 7, problems: 2 });
  expect(line.faults).toEqual([{ position: 'line 4', kind: 'no-trace' }]);
  expect({
    format: summary.format,
    rows: summary.records,
    traces: summary.rows,
    problems: summary.problems,
    faults: summary.faultCount,
    givenSteps: open.reduce((sum, { trace }) => sum + (trace.given?.length ?? 0), 0),
    humanVerdicts: {
      correct: count('correct'),
      redundant: count('redundant'),
      erroneous: count('erroneous'),
      unjudged: count(undefined),
    },
    firstText: open[0]?.trace.raw,
    lastText: open.at(-1)?.trace.raw,
  }).toEqual({
    format: line.format,
    rows: line.rows,
    traces: line.traces,
    problems: line.problems,
    faults: line.faults.length,
    givenSteps: line.givenSteps,
    humanVerdicts: { correct: 4, redundant: 1, erroneous: 2, unjudged: 0 },
    firstText: 'Start at 1.\n\nAdd two.\n\nThat is 3.',
    lastText: 'It is 4.\n\nSince two and two.',
  });
  expect(line.humanVerdicts).toEqual({ correct: 4, redundant: 1, erroneous: 2, unjudged: 0 });
});
