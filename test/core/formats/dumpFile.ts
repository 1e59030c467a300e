// A file as its format reads it, as text that a person can check line by line.

import { openContainer, positionOf } from '../../../src/core/bytes';
import type { ByteSource, OpenOptions, RawRecord } from '../../../src/core/bytes';
import { formatById, guessFormat, keyReading, readRecord } from '../../../src/core/formats';
import type { KeyedReading, RankedGuess, TraceFormat } from '../../../src/core/formats';
import type { FileKey, GivenLabel, Range, RolloutTree, Row, Trace } from '../../../src/core/model';
import { depthsOf, nodesInOrder } from '../../../src/core/tree';
import { PLATFORM } from '../../../src/cli/nodeFiles';

export interface Dump {
  guesses: RankedGuess[];
  container: string;
  /** One block per record, in file order. */
  records: string[];
  faults: string[];
}

export const textOfDump = ({ guesses, container, records, faults }: Dump) =>
  [`${guesses[0]?.id} in ${container}`, ...records, ...faults, ''].join('\n');

export const sourceOf = (bytes: Uint8Array<ArrayBuffer>): ByteSource => ({
  size: bytes.length,
  slice: (from, to) => ({ arrayBuffer: () => Promise.resolve(bytes.slice(from, to).buffer) }),
});

export async function dumpFile(bytes: Uint8Array<ArrayBuffer>, options: OpenOptions = {}): Promise<Dump> {
  const opened = await openContainer(sourceOf(bytes), PLATFORM, options);
  if (!opened.ok)
    return {
      guesses: [],
      container: '',
      records: [],
      faults: [`fault ${opened.fault.position} ${opened.fault.kind}`],
    };
  const { container, sample } = opened.value;
  const guesses = guessFormat({ container: container.id, records: sample.map(({ value }) => value) });
  const format = formatById(guesses[0]?.id ?? '');
  const dump: Dump = { guesses, container: container.id, records: [], faults: [] };
  const header = container.detail['header'];
  const together: RawRecord[] = [];
  for await (const batch of opened.value.records()) {
    if (format?.readAll) together.push(...batch.records);
    else for (const record of batch.records) dump.records.push(dumpRecord(format, record, header));
    for (const { position, kind } of batch.faults) dump.faults.push(`fault ${position} ${kind}`);
  }
  if (format?.readAll && together.length > 0) dump.records.push(dumpTogether(format, together, header));
  return dump;
}

function dumpRecord(format: TraceFormat | undefined, record: RawRecord, header: unknown): string {
  if (!format) return 'no format';
  const { place, value } = record;
  const read = readRecord(format, record, header);
  if (!read.ok) return `${positionOf(place)}: fault ${read.fault.kind}: ${read.fault.reason}`;
  const keyed = keyReading(read.value, {
    file: 'file' as FileKey,
    place,
    formatId: format.id,
    record: value,
  });
  return [`${positionOf(place)}:`, ...dumpKeyed(keyed)].join('\n');
}

function dumpTogether(format: TraceFormat, records: readonly RawRecord[], header: unknown): string {
  const values = records.map(({ value }) => value);
  const read = format.readAll!(values, header === undefined ? {} : { header });
  if (!read.ok) return `all ${records.length}: fault ${read.fault.kind}: ${read.fault.reason}`;
  const place = records[0]!.place;
  const keyed = keyReading(read.value, {
    file: 'file' as FileKey,
    place,
    formatId: format.id,
    record: values,
  });
  return [`all ${records.length}:`, ...dumpKeyed(keyed)].join('\n');
}

const fields = (named: Record<string, unknown>) =>
  Object.entries(named)
    .filter(([, value]) => value !== undefined)
    .map(
      ([name, value]) =>
        ` ${name}=${typeof value === 'string' ? value.replaceAll('\n', '\\n') : JSON.stringify(value)}`,
    )
    .join('');

function dumpKeyed({ problems, rows, traces, trees, warnings, changes }: KeyedReading): string[] {
  return [
    ...problems.flatMap(({ key, prompt, options, system, tools, answer, solution, fileId, assets }) => [
      `  problem ${JSON.stringify(prompt)}${fields({ id: fileId, options, system, tools, answer, solution })}${dumpAssets(assets)}`,
      ...rows.flatMap((row, i) => (row.problem === key ? dumpTrace(row, traces[i]!) : [])),
      ...trees.filter(({ problem }) => problem === key).flatMap(dumpTree),
    ]),
    ...changes.map(({ writer, n, command }) => `  change ${writer} ${n} ${command}`),
    ...warnings.map(({ kind }) => `  warning ${kind}`),
  ];
}

const dumpAssets = (assets: Trace['assets']) =>
  assets.map(({ atUtf16, mime }) => ` image@${atUtf16 ?? '?'}:${mime}`).join('');

function dumpTrace(row: Row, { raw, projection, zones, given, turns, assets }: Trace): string[] {
  const { generator, outcome, ownAnswer, scores } = row;
  const scored = Object.fromEntries(scores.map(({ source, value }) => [source, value]));
  const cut = ({ start, end }: Range) => JSON.stringify(raw.slice(start, end));
  const at = (range: Range) =>
    row.given.filter(({ on }) => on !== 'text' && on.start === range.start && on.end === range.end);
  return [
    `    trace ${projection}${fields({ generator, outcome, ownAnswer, turns, ...scored })}${dumpAssets(assets)}`,
    ...row.given.filter(({ on }) => on === 'text').map((label) => `      whole${dumpLabel(label)}`),
    ...zones.map(
      (zone) =>
        `      ${zone.kind}${fields({ name: zone.name, call: zone.callId, truncated: zone.truncated })} ${cut(zone)}`,
    ),
    ...(given ?? []).map((range) => `      step ${cut(range)}${at(range).map(dumpLabel).join('')}`),
    ...(given || zones.length > 0 ? [] : [`      raw ${JSON.stringify(raw)}`]),
  ];
}

function dumpLabel(label: GivenLabel): string {
  const { verdict, origin, annotator, unsure, categories, comment, correction, spans, raw, on } = label;
  const by = annotator === undefined ? origin : `${origin} ${annotator}`;
  const words = fields({
    unsure,
    is: categories.length > 0 ? categories.join('+') : undefined,
    comment,
    correction,
    span: on === 'text' && spans[0] ? `${spans[0].start}-${spans[0].end}` : undefined,
    raw: verdict === undefined ? raw : undefined,
  });
  return ` <- ${verdict ?? 'unjudged'} (${by})${words}`;
}

function dumpTree(tree: RolloutTree): string[] {
  const depths = depthsOf(tree);
  return [...nodesInOrder(tree)].map((node) => {
    const values = tree.values
      .filter(({ data }) => !Number.isNaN(data[node]!))
      .map(({ name, data }) => ` ${name}=${data[node]}`);
    const labels = tree.given.filter(([at]) => at === node).map(([, label]) => dumpLabel(label));
    const marks = [
      tree.author[node] === 'human' ? ' human' : '',
      tree.chosenChild[tree.parent[node] ?? -1] === node ? ' chosen' : '',
      tree.terminal[node] === 1 ? ' terminal' : '',
      ...tree.rowsEndingAt[node]!.map((row) => ` ends ${row}`),
    ];
    const own = node === 0 ? 'root' : JSON.stringify(tree.text[node]!.slice(tree.lead[node]));
    return `    ${'| '.repeat(depths[node]!)}${own}${values.join('')}${labels.join('')}${marks.join('')}`;
  });
}
