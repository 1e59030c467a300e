// Files that belong together (formats.md §2, file-group): one format claims them by their content, and their records
// are one trace. They are one source: their bytes one after the other, with a list of where each ends.

import { openContainer } from '../../core/bytes';
import type { ByteSource, OpenedContainer, Platform, RawRecord, StopSignal } from '../../core/bytes';
import { guessGroup } from '../../core/formats';
import type { RankedGuess } from '../../core/formats';
import type { Fault, Result, Warning } from '../../core/model';
import type { FilePart, OpenInput } from '../api';
import { keptAsBlob } from './keptAsBlob';

interface Opened {
  name: string;
  container: OpenedContainer;
}
export interface OpenedGroup {
  opened: OpenedContainer;
  guesses: RankedGuess[];
}

/** Files of one folder (or dropped side by side) that belong together become one input, in the place of the first. */
export async function groupInputs(inputs: readonly OpenInput[], platform: Platform): Promise<OpenInput[]> {
  const grouped: OpenInput[] = [];
  for (const folder of new Set(inputs.map((input) => input.folder))) {
    const files = inputs.filter((input) => input.folder === folder);
    const group = files.length > 1 ? await groupOf(files, folder, platform) : undefined;
    if (group === undefined) grouped.push(...files);
    else grouped.push(group);
  }
  return grouped;
}

/** `undefined`: they are files of their own. */
async function groupOf(
  files: readonly OpenInput[],
  folder: string | undefined,
  platform: Platform,
): Promise<OpenInput | undefined> {
  const ordered = files.toSorted((a, b) => a.name.localeCompare(b.name, 'en', { numeric: true }));
  const parts = ordered.map(({ name, blob }) => ({ name, sizeBytes: blob.size }));
  const blob = new Blob(ordered.map((file) => file.blob));
  const group = await openGroup(blob, parts, platform);
  if (!group.ok || group.value.guesses[0]?.certain !== true) return undefined;
  const name = folder?.split('/').at(-1) ?? `${ordered[0]!.name} and ${ordered.length - 1} more`;
  return { name, blob, parts };
}

export async function openGroup(
  source: ByteSource,
  parts: readonly FilePart[],
  platform: Platform,
): Promise<Result<OpenedGroup, Fault>> {
  const files: Opened[] = [];
  const faults: Fault[] = [];
  const warnings: Warning[] = [];
  for (const { name, part } of partsOf(source, parts)) {
    const opened = await openContainer(part, platform, { keepBytes: keptAsBlob });
    if (opened.ok) files.push({ name, container: opened.value });
    else if (opened.fault.kind === 'binary' || opened.fault.kind === 'empty')
      warnings.push({ kind: 'not-traces', reason: `${name}: ${opened.fault.reason} It is left out.` });
    else faults.push({ ...opened.fault, position: name });
  }
  const [first] = faults;
  if (files.length === 0 && first !== undefined) return { ok: false, fault: first };
  const guesses = guessGroup(
    files.map(({ container: { container, sample } }) => ({
      container: container.id,
      records: sample.map(({ value }) => value),
    })),
  );
  return { ok: true, value: { opened: joined(files, faults, warnings), guesses } };
}

function* partsOf(
  source: ByteSource,
  parts: readonly FilePart[],
): Generator<{ name: string; part: ByteSource }> {
  let begin = 0;
  for (const { name, sizeBytes } of parts) {
    const from = begin;
    begin += sizeBytes;
    yield {
      name,
      part: {
        size: sizeBytes,
        slice: (start, end) => source.slice(from + start, from + Math.min(end, sizeBytes)),
      },
    };
  }
}

function joined(files: readonly Opened[], faults: Fault[], warnings: Warning[]): OpenedContainer {
  // A trace that comes from all of them stands in all of them.
  const place = { files: files.map(({ name }) => name) };
  const inGroup = (records: readonly RawRecord[]): RawRecord[] =>
    records.map((record) => ({ ...record, place }));
  async function* records(stop?: StopSignal) {
    yield { records: [], faults, warnings, bytesRead: 0 };
    for (const { name, container } of files) {
      for await (const batch of container.records(stop)) {
        yield {
          records: inGroup(batch.records),
          faults: batch.faults.map((fault) => ({ ...fault, position: `${name}, ${fault.position}` })),
          warnings: (batch.warnings ?? []).map(({ kind, reason }) => ({
            kind,
            reason: `${name}, ${reason}`,
          })),
          bytesRead: batch.bytesRead,
        };
      }
    }
  }
  const notAlone = () => Promise.reject(new Error('It is read from several files together.'));
  return {
    container: { id: 'file-group', detail: {} },
    sample: files.flatMap(({ container }) => inGroup(container.sample)),
    records,
    async *found(stop) {
      for await (const { records: found, ...batch } of records(stop)) yield { ...batch, found };
    },
    recordAt: notAlone,
    recordSourceAt: notAlone,
  };
}
