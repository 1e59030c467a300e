// One JSON holds a pack, and a protocol if they are to go round together.
//   {"stepmarkPack": 1, "pack": {…}, "protocol": {…}}

import * as v from 'valibot';
import type { Category, LabelPack, Protocol, Result } from '../../model';

const VERSION = 1;
const Id = v.pipe(v.string(), v.trim(), v.nonEmpty('has no name'), v.maxLength(80));
const Verdict = v.picklist(['correct', 'redundant', 'erroneous']);
const CategorySchema = v.object({
  id: Id,
  title: Id,
  under: Verdict,
  key: v.optional(v.picklist(['4', '5', '6', '7', '8'])),
  needsHindsight: v.optional(v.literal(true)),
});
const Rating = v.pipe(
  v.object({
    id: Id,
    on: v.picklist(['step', 'trace']),
    min: v.pipe(v.number(), v.integer()),
    max: v.pipe(v.number(), v.integer()),
  }),
  v.check(({ min, max }) => min < max && max - min <= 10, 'a rating has 2 to 11 values, the smallest first'),
);
const PackSchema = v.object({
  id: Id,
  guideline: v.string(),
  tags: v.array(Id),
  ratings: v.array(Rating),
  categories: v.array(CategorySchema),
});
const ProtocolSchema = v.object({
  id: Id,
  afterFirstError: v.picklist(['stop', 'judge']),
  correctionClears: v.boolean(),
  flagPropagated: v.boolean(),
  hints: v.picklist(['shown', 'afterVerdict', 'never']),
  scope: v.picklist(['all', 'upToFirstError', 'thinking']),
  bulk: v.boolean(),
  carryAncestors: v.boolean(),
});
const FileSchema = v.object({
  stepmarkPack: v.literal(VERSION, 'it is no label pack of Stepmark, version 1'),
  pack: PackSchema,
  protocol: v.optional(ProtocolSchema),
});

export interface PackFile {
  pack: LabelPack;
  protocol?: Protocol;
}

/** What stands in the way of a pack, as sentences; empty: it can be used. */
export function packFaults(pack: LabelPack): string[] {
  const faults: string[] = [];
  const parsed = v.safeParse(PackSchema, pack);
  if (!parsed.success) faults.push(...parsed.issues.map(sentenceOf));
  for (const twice of repeated(pack.categories.map(({ under, id }) => `${under} ${id}`))) {
    faults.push(
      `Two categories have the name in exports “${twice.split(' ').slice(1).join(' ')}” under ${twice.split(' ')[0]}: change one.`,
    );
  }
  for (const twice of repeated(
    pack.categories.flatMap(({ under, key }) => (key === undefined ? [] : [`${key} under ${under}`])),
  )) {
    faults.push(`Two categories have the key ${twice}: give one of them another key, or the list.`);
  }
  for (const twice of repeated(pack.ratings.map(({ id }) => id)))
    faults.push(`Two ratings are named “${twice}”: change one.`);
  for (const twice of repeated(pack.tags)) faults.push(`The tag “${twice}” is there twice: take one away.`);
  return faults;
}

const repeated = (all: readonly string[]) => [...new Set(all.filter((one, i) => all.indexOf(one) !== i))];

function sentenceOf(issue: v.BaseIssue<unknown>): string {
  const path = v.getDotPath(issue);
  return `${path ?? 'The file'}: ${issue.message}.`;
}

/** A pack file as it was chosen by a person; the fault says what is wrong and where. */
export function readPackFile(text: string): Result<PackFile, string> {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    return {
      ok: false,
      fault: `This is no JSON: ${error instanceof Error ? error.message : String(error)}. Choose a pack that Stepmark exported.`,
    };
  }
  const parsed = v.safeParse(FileSchema, json);
  if (!parsed.success) {
    return {
      ok: false,
      fault: `This pack cannot be read. ${parsed.issues.slice(0, 3).map(sentenceOf).join(' ')}`,
    };
  }
  const pack = packOf(parsed.output.pack);
  const [fault] = packFaults(pack);
  if (fault !== undefined) return { ok: false, fault };
  const { protocol } = parsed.output;
  return { ok: true, value: { pack, ...(protocol === undefined ? {} : { protocol }) } };
}

/** Without the fields that are absent. */
function packOf(parsed: v.InferOutput<typeof PackSchema>): LabelPack {
  const categories = parsed.categories.map(({ id, title, under, key, needsHindsight }): Category => ({
    id,
    title,
    under,
    ...(key === undefined ? {} : { key }),
    ...(needsHindsight === undefined ? {} : { needsHindsight }),
  }));
  return { ...parsed, categories };
}

export interface ReadAgreed {
  packs: LabelPack[];
  protocols: Protocol[];
  /** What cannot be used, as sentences. */
  faults: string[];
}

/** Packs and protocols as the head of a labels file carries them. */
export function readAgreed(packs: readonly unknown[], protocols: readonly unknown[]): ReadAgreed {
  const read: ReadAgreed = { packs: [], protocols: [], faults: [] };
  for (const one of packs) {
    const parsed = v.safeParse(PackSchema, one);
    const faults = parsed.success ? packFaults(packOf(parsed.output)) : parsed.issues.map(sentenceOf);
    if (parsed.success && faults.length === 0) read.packs.push(packOf(parsed.output));
    else read.faults.push(`A label pack of this file cannot be used. ${faults[0] ?? ''}`);
  }
  for (const one of protocols) {
    const parsed = v.safeParse(ProtocolSchema, one);
    if (parsed.success) read.protocols.push(parsed.output);
    else
      read.faults.push(`A protocol of this file cannot be used. ${parsed.issues.map(sentenceOf)[0] ?? ''}`);
  }
  return read;
}

export function writePackFile({ pack, protocol }: PackFile): string {
  return `${JSON.stringify({ stepmarkPack: VERSION, pack, ...(protocol === undefined ? {} : { protocol }) }, undefined, 2)}\n`;
}
