// Whose labels a format's are (formats.md §1), asked of every fixture: only labels by people become verdicts.

import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { openContainer } from '../../../src/core/bytes';
import type { RawRecord } from '../../../src/core/bytes';
import {
  formatById,
  guessFormat,
  keyReading,
  mappedFormat,
  readMapping,
  readRecord,
} from '../../../src/core/formats';
import type { KeyedReading } from '../../../src/core/formats';
import { annotationsOfGiven } from '../../../src/core/labels';
import type { FileKey, GivenLabel, Origin, Row } from '../../../src/core/model';
import { PLATFORM } from '../../../src/cli/nodeFiles';
import { sourceOf } from './dumpFile';

const ROOT = 'test/fixtures/formats';

/** Of formats.md §1; a format that is not here has no labels. */
const ORIGINS: Record<string, Origin[]> = {
  processbench: ['human'],
  prm800k: ['human'],
  'mr-ben': ['human'],
  'mr-gsm8k': ['human'],
  'reasoneval-first-error': ['human'],
  'reasoneval-ratings': ['human'],
  // Its Dyck languages are mostly made by a script.
  'bigbench-mistake': ['human', 'rule'],
  // By its `source`: only prm800k's are people's.
  versaprm: ['human', 'model'],
  autorace: ['human'],
  'reasoneval-perturbation': ['rule'],
  'math-shepherd': ['model'],
  'openrlhf-prm': ['model'],
  rlhflow: ['model'],
  prmbench: ['model'],
  'trl-stepwise': ['unknown'],
  'messages-label': ['unknown'],
  'trl-kto': ['unknown'],
  'trl-dpo': ['unknown'],
  'step-dpo': ['unknown'],
  'sharegpt-preference': ['unknown'],
  'judge-pairs': ['unknown'],
  // What people judged in Stepmark.
  stepmark: ['human'],
};

async function readingsOf(path: string): Promise<KeyedReading[]> {
  const opened = await openContainer(sourceOf(Uint8Array.from(readFileSync(path))), PLATFORM);
  if (!opened.ok) throw new Error(opened.fault.reason);
  const { container, sample } = opened.value;
  const [best] = guessFormat({ container: container.id, records: sample.map(({ value }) => value) });
  const format = formatById(best?.id ?? '');
  const records: RawRecord[] = [];
  for await (const batch of opened.value.records()) records.push(...batch.records);
  const keyed = ({ place, value }: RawRecord, read: ReturnType<typeof readRecord>) =>
    read.ok
      ? [
          keyReading(read.value, {
            file: 'file' as FileKey,
            place,
            formatId: format?.id ?? '',
            record: value,
          }),
        ]
      : [];
  const header = container.detail['header'];
  if (format?.readAll)
    return keyed(
      records[0]!,
      format.readAll(
        records.map(({ value }) => value),
        { header },
      ),
    );
  return records.flatMap((record) => (format ? keyed(record, readRecord(format, record, header)) : []));
}

const cases = readdirSync(ROOT).flatMap((id) =>
  readdirSync(`${ROOT}/${id}`).map((name) => {
    const folder = `${ROOT}/${id}/${name}`;
    return [id, `${folder}/${readdirSync(folder).find((file) => file.startsWith('input.'))}`] as const;
  }),
);
const ids = [...new Set(cases.map(([id]) => id))];
const labelsOf = ({ rows, trees }: KeyedReading): GivenLabel[] => [
  ...rows.flatMap(({ given }) => given),
  ...trees.flatMap((tree) => tree.given.map(([, label]) => label)),
];
/** Each annotator whom the labels name, and the one who is named by the file. */
const verdictsOf = ({ given, text }: Row) =>
  [...new Set(given.map(({ annotator }) => annotator))].flatMap((annotator) => {
    const named = given.map((label) => ({ ...label, annotator: label.annotator ?? 'file: x' }));
    const { passages, texts } = annotationsOfGiven(named, annotator ?? 'file: x', text);
    return [
      ...[...passages.values()].map(({ judgement }) => judgement.verdict),
      ...[...texts.values()].map(({ verdict }) => verdict),
    ];
  });

test('every format with labels has its row', () => {
  expect(Object.keys(ORIGINS).filter((id) => !ids.includes(id))).toEqual([]);
});

describe.each(ids)('%s', (id) => {
  test('labels have the origin of the format; those of people alone are verdicts', async () => {
    const readings = (
      await Promise.all(cases.filter(([own]) => own === id).map(([, path]) => readingsOf(path)))
    ).flat();
    expect(readings.length).toBeGreaterThan(0);
    const origins = new Set(readings.flatMap(labelsOf).map(({ origin }) => origin));
    expect([...origins].toSorted()).toEqual(ORIGINS[id] ?? []);
    const verdicts = readings
      .flatMap(({ rows }) => rows.flatMap(verdictsOf))
      .filter((one) => one !== undefined);
    const byPeople = readings
      .flatMap(({ rows }) => rows.flatMap(({ given }) => given))
      .filter(({ origin, verdict }) => origin === 'human' && verdict !== undefined);
    expect(verdicts).toHaveLength(byPeople.length);
    expect(verdicts.length > 0).toBe(origins.has('human'));
  });
});

test('a mapping’s labels are of unknown origin until the person says whose', () => {
  const labels = { kind: 'perStep', path: 'l' };
  const originOf = (more: object) => {
    const checked = readMapping({
      stepmarkMapping: 1,
      trace: { steps: 's' },
      labels: { ...labels, ...more },
    });
    if (!checked.ok) throw new Error(checked.fault.reason);
    const read = mappedFormat(checked.value).read({ s: ['a', 'b'], l: [1, 0] });
    return read.ok ? read.value[0]?.attempts[0]?.labels?.map(({ origin }) => origin) : [];
  };
  expect(originOf({})).toEqual(['unknown', 'unknown']);
  expect(originOf({ origin: 'human' })).toEqual(['human', 'human']);
});
