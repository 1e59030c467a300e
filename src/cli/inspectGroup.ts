// Files that belong together: one format claims them by their content, and their records are one trace.

import { openContainer } from '../core/bytes';
import type { NamedSource, OpenedContainer, OpenOptions } from '../core/bytes';
import { formatById, guessGroup, keyReading } from '../core/formats';
import type { Fault, RecordPlace } from '../core/model';
import { FactCounter } from './facts';
import { INSPECTED, unread } from './inspection';
import type { Inspection } from './inspection';
import { PLATFORM } from './nodeFiles';

const GROUP = { container: 'file-group', rows: null };

export async function inspectGroup(
  path: string,
  files: readonly NamedSource[],
  tell: (message: string) => void,
  options: OpenOptions = {},
): Promise<Inspection> {
  const opened: OpenedContainer[] = [];
  const unopened: Fault[] = [];
  for (const { name, source } of files) {
    const one = await openContainer(source, PLATFORM, options);
    if (one.ok) opened.push(one.value);
    else unopened.push({ ...one.fault, position: name });
  }
  const [best] = guessGroup(
    opened.map(({ container, sample }) => ({
      container: container.id,
      records: sample.map(({ value }) => value),
    })),
  );
  const format = best?.certain ? formatById(best.id) : undefined;
  if (!format?.readAll) {
    const reason = `No format reads a folder of ${files.length} files as one group.`;
    const fault = { position: '$', kind: 'no-format', reason, remedy: 'Give its files one by one.' };
    return unread(path, fault, tell, GROUP);
  }
  const { records, faults } = await recordsOf(opened);
  faults.push(...unopened);
  for (const fault of faults) tell(`${path}, ${fault.position}: ${fault.reason} ${fault.remedy}`);
  const result = format.readAll(records);
  if (!result.ok) return unread(path, { ...result.fault, position: '$' }, tell, GROUP);
  const place: RecordPlace = { files: files.map(({ name }) => name) };
  const facts = new FactCounter();
  facts.add(keyReading(result.value, { file: INSPECTED, place, formatId: format.id, record: records }));
  return {
    path,
    container: GROUP.container,
    format: format.id,
    rows: result.value.length,
    ...facts.facts(),
    faults: faults.map(({ position, kind }) => ({ position, kind })),
  };
}

async function recordsOf(
  opened: readonly OpenedContainer[],
): Promise<{ records: unknown[]; faults: Fault[] }> {
  const all: { records: unknown[]; faults: Fault[] } = { records: [], faults: [] };
  for (const container of opened)
    for await (const { records, faults } of container.records()) {
      for (const { value } of records) all.records.push(value);
      all.faults.push(...faults);
    }
  return all;
}
