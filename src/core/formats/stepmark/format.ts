import * as v from 'valibot';
import { isShippedProtocol } from '../../labels';
import { isShippedPack, readAgreed } from '../../labels/packs';
import { isObject } from '../fields';
import type { ReadResult, TraceFormat } from '../format';
import { guessByShare, readShape } from '../recordFormat';
import { ChangeLineSchema, HeadLineSchema, STEPMARK_VERSION, TraceLineSchema, TreeLineSchema } from './lines';
import { readTraceLine, readTreeLine } from './readLine';

const KINDS = new Set<unknown>(['head', 'trace', 'tree', 'change']);

const refused = (kind: string, reason: string, remedy: string): ReadResult => ({
  ok: false,
  fault: { kind, reason, remedy },
});

function readHead(record: unknown): ReadResult {
  const head = readShape(HeadLineSchema, record);
  if (!head.ok) return head;
  const { stepmark: version, packs, protocols } = head.value;
  if (version > STEPMARK_VERSION)
    return refused(
      'newer-version',
      `The file was written in version ${version}, this program reads up to ${STEPMARK_VERSION}.`,
      'Open it with a newer Stepmark.',
    );
  const { faults, ...read } = readAgreed(packs, protocols);
  const agreed = {
    packs: read.packs.filter((pack) => !isShippedPack(pack)),
    protocols: read.protocols.filter((protocol) => !isShippedProtocol(protocol)),
  };
  const warnings = faults.map((reason) => ({ kind: 'bad-agreed', reason }));
  return { ok: true, value: [{ problem: { prompt: '' }, attempts: [], agreed, warnings }] };
}

function readTree(record: unknown): ReadResult {
  const line = readShape(TreeLineSchema, record);
  if (!line.ok) return line;
  const reading = readTreeLine(line.value);
  return reading
    ? { ok: true, value: [reading] }
    : refused(
        'bad-tree',
        'A node stands before its parent, or a column is not as long as the nodes.',
        'Export the file again.',
      );
}

function readLine(record: unknown): ReadResult {
  const kind = isObject(record) ? record['kind'] : undefined;
  if (kind === 'head') return readHead(record);
  if (kind === 'tree') return readTree(record);
  if (kind === 'trace') {
    const line = readShape(TraceLineSchema, record);
    return line.ok ? { ok: true, value: [readTraceLine(line.value)] } : line;
  }
  if (kind === 'change') {
    const line = readShape(ChangeLineSchema, record);
    return line.ok
      ? { ok: true, value: [{ problem: { prompt: '' }, attempts: [], changes: [line.value.change] }] }
      : line;
  }
  return refused(
    'wrong-shape',
    `\`kind\` is ${JSON.stringify(kind) ?? 'absent'}, not head, trace, tree or change.`,
    'Export the file again.',
  );
}

export const stepmark: TraceFormat = {
  id: 'stepmark',
  title: 'Stepmark',
  guess: (sample) =>
    guessByShare(sample, (record) => isObject(record) && KINDS.has(record['kind']), {
      signs: 'a Stepmark `kind`',
      keys: 10,
      certain: sample.records.some((record) => v.is(HeadLineSchema, record)),
    }),
  read: readLine,
};
