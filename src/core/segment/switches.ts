// Strategy and switches as they are typed on a command line.

import type { Result, Strategy } from '../model';
import { STRATEGIES, TAG_KINDS, strategyOf } from './strategies';

type SwitchReader = (value: string | undefined) => Record<string, unknown> | undefined;

const list = (value: string | undefined) => value?.split(',').filter((item) => item !== '');
const words =
  (name: string): SwitchReader =>
  (value) =>
    list(value)?.length ? { [name]: list(value) } : undefined;
const on =
  (name: string): SwitchReader =>
  (value) =>
    value === undefined ? { [name]: true } : undefined;

const SWITCHES: Record<string, SwitchReader> = {
  'join-formulas': on('joinFormulas'),
  'join-headings': on('joinHeadings'),
  'join-shorter': (value) => (/^\d{1,6}$/.test(value ?? '') ? { joinShorter: Number(value) } : undefined),
  lists: (value) => (value === 'one' || value === 'items' ? { lists: value } : undefined),
  markers: words('markers'),
  cues: words('cues'),
  tag: (value) => {
    const [kind, open, close] = list(value) ?? [];
    const isKnown = TAG_KINDS.some((known) => known === kind);
    return isKnown && open && close ? { tags: [{ kind, open, close }] } : undefined;
  },
};
export const SWITCH_USAGE =
  'join-formulas, join-headings, join-shorter=UNITS, lists=one|items, markers=A,B, cues=A,B, tag=KIND,OPEN,CLOSE (again for each pair)';

/** `name` and `switches` (`lists=one`) as a strategy; the fault says what is not known. */
export function readSwitches(name: string, switches: readonly string[]): Result<Strategy, string> {
  const known = STRATEGIES.find(({ id }) => id === name);
  if (!known || known.id === 'pasted') return { ok: false, fault: `there is no strategy "${name}" here` };
  const params: Record<string, unknown> = {};
  const tags: unknown[] = [];
  for (const text of switches) {
    const at = text.indexOf('=');
    const found = SWITCHES[at < 0 ? text : text.slice(0, at)]?.(at < 0 ? undefined : text.slice(at + 1));
    if (!found) return { ok: false, fault: `"${text}" is no switch, or not with this value` };
    Object.assign(params, found);
    if (Array.isArray(found['tags'])) tags.push(...found['tags']);
  }
  if (tags.length > 0) params['tags'] = tags;
  return { ok: true, value: strategyOf(known.id, params) };
}
