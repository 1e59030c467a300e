// One object in a file: is it the record itself, or does it hold the records?

import type { Slice } from './byteReader';
import { parseRecord } from './parseRecord';
import type { Opened } from './recordBatches';
import { rangeOf } from './scanSlices';
import type { Member, TopValue } from './topValue';

export type ObjectShape =
  | { id: 'json-object' }
  | { id: 'json-dict' }
  | { id: 'json-object-rows'; rowsKey: string; rowsByte: number; header: Record<string, unknown> };

/** Inspect logs, HELM, Claude Code sessions. */
const ROWS_KEYS = new Set(['samples', 'request_states', 'loglines']);
/** Words for "the records" that hold even for one record. */
const PLAIN_ROWS = new Set([
  'data',
  'rows',
  'records',
  'examples',
  'items',
  'results',
  'traces',
  'problems',
  'dataset',
  'instances',
]);
/** Arrays of objects that are a part of one trace, tree or response: such an object is the record itself. */
const PARTS = new Set(
  `messages conversations conversation turns traj trajectory history steps reasoning_steps events content choices output
  outputs candidates completions rollouts responses solutions attempts parts tool_calls tools nodes children terminal_states
  chunks thoughts labels scores annotations infos states actions edges links options references images`.split(
    /\s+/,
  ),
);
/** An object with a problem of its own is a record. */
const PROBLEM_KEYS = new Set(['problem', 'question', 'prompt', 'query', 'instruction', 'input', 'task']);
const MAX_HEADER_BYTES = 64 << 20;
const SAMPLED = 20;

export async function objectShape(opened: Opened, top: TopValue): Promise<ObjectShape> {
  const named = await Promise.all(
    top.members.map(async (member) => ({
      key: await keyOf(opened, member.startByte, member.colonByte),
      member,
    })),
  );
  const known = named.find(({ key, member }) => ROWS_KEYS.has(key) && holdsObjects(member));
  if (known !== undefined) return rowsShape(opened, top, known.key, known.member);
  if (await isDict(opened, top)) return { id: 'json-dict' };
  if (named.some(({ key, member }) => member.kind === 'other' && PROBLEM_KEYS.has(key)))
    return { id: 'json-object' };
  const longest = named
    .filter(
      ({ key, member }) =>
        holdsObjects(member) && !PARTS.has(key) && (member.elements > 1 || PLAIN_ROWS.has(key)),
    )
    .sort((a, b) => b.member.elements - a.member.elements)[0];
  if (longest === undefined || !(await areAlike(opened, longest.member.firstElements)))
    return { id: 'json-object' };
  return rowsShape(opened, top, longest.key, longest.member);
}

const holdsObjects = (member: Member) =>
  member.kind === 'array' && member.objects > 0 && member.objects === member.elements;

async function valueOf(opened: Opened, startByte: number, endByte: number, slice?: Slice): Promise<unknown> {
  const bytes = await rangeOf(opened, slice, startByte, endByte);
  const parsed = bytes === undefined ? undefined : parseRecord(bytes, startByte, opened.platform);
  return parsed?.ok === true ? parsed.value : undefined;
}

export async function keyOf(
  opened: Opened,
  startByte: number,
  colonByte: number,
  slice?: Slice,
): Promise<string> {
  const key = await valueOf(opened, startByte, colonByte, slice);
  return typeof key === 'string' ? key : '';
}

async function rowsShape(opened: Opened, top: TopValue, rowsKey: string, rows: Member): Promise<ObjectShape> {
  const header: Record<string, unknown> = {};
  let left = MAX_HEADER_BYTES;
  for (const member of top.members) {
    left -= member === rows ? 0 : member.endByte - member.startByte;
    if (member === rows || left < 0) continue;
    header[await keyOf(opened, member.startByte, member.colonByte)] = await valueOf(
      opened,
      member.colonByte + 1,
      member.endByte,
    );
  }
  return { id: 'json-object-rows', rowsKey, rowsByte: rows.openByte!, header };
}

/** All values are objects, or all are arrays of objects, and the first ones have their keys in common. */
async function isDict(opened: Opened, top: TopValue): Promise<boolean> {
  if (top.memberCount < 2) return false;
  const sampled = top.members.slice(0, SAMPLED);
  if (top.objectMembers === top.memberCount)
    return areAlike(
      opened,
      sampled.map((member) => [member.colonByte + 1, member.endByte]),
    );
  if (top.objectArrayMembers !== top.memberCount) return false;
  return areAlike(
    opened,
    sampled.flatMap((member) => member.firstElements.slice(0, 1)),
  );
}

async function areAlike(opened: Opened, ranges: [startByte: number, endByte: number][]): Promise<boolean> {
  const keySets: Set<string>[] = [];
  for (const [startByte, endByte] of ranges) {
    const value = await valueOf(opened, startByte, endByte);
    if (typeof value === 'object' && value !== null) keySets.push(new Set(Object.keys(value)));
  }
  const [first, ...rest] = keySets;
  return first !== undefined && first.size > 0 && rest.every((keys) => haveMostInCommon(first, keys));
}

function haveMostInCommon(a: Set<string>, b: Set<string>): boolean {
  let common = 0;
  for (const key of a) if (b.has(key)) common += 1;
  return 2 * common >= Math.max(a.size, b.size);
}
