// The projection `messages@1` (formats.md §3.5): the raw text is what follows the problem's turn, turns and
// their parts joined by "\n\n", empty ones left out; a call is `name(arguments)`, an image one U+FFFC. The
// problem's turn is the first user turn, also where a field gives the problem's text.

import { PrefixHash } from '../../identity';
import type { Asset, Range, Warning, Zone, ZoneKind } from '../../model';
import { present } from '../fields';
import type { AttemptDraft, ProblemDraft } from '../format';
import type { Turn, TurnPart } from './turn';

const JOIN = '\n\n';
const IMAGE = '\uFFFC';

export interface Projection {
  problem: ProblemDraft;
  attempt: AttemptDraft;
  warnings: Warning[];
}

export function projectTurns(turns: readonly Turn[], problemText?: string): Projection {
  const problemTurn = turns.findIndex(({ role }) => role === 'user');
  const firstOther = turns.findIndex(({ role }) => role !== 'system');
  const headEnd = problemTurn !== -1 ? problemTurn : firstOther === -1 ? turns.length : firstOther;
  const head = turns.slice(0, headEnd);
  const system = head.filter(({ role }) => role === 'system');
  const first = problemTurn === -1 ? headEnd : problemTurn + 1;
  const text = new TurnsText();
  turns.slice(first).forEach((turn, i) => text.addTurn(turn, first + i));
  const lost = head.length - system.length;
  const reason = `${lost} turns before the first user turn are not part of the trace.`;
  return {
    problem: {
      ...problemOf(turns[problemTurn]?.parts ?? [], problemText),
      ...(system.length > 0 && { system: system.map(({ parts }) => joinParts(parts).text).join(JOIN) }),
    },
    attempt: { ...text.attempt(), turns: turns.length },
    warnings: lost > 0 ? [{ kind: 'turns-before-problem', reason }] : [],
  };
}

/** Images of the problem's turn belong to a text given elsewhere too, at no place in it. */
function problemOf(parts: readonly TurnPart[], given: string | undefined): ProblemDraft {
  const { text, assets } = joinParts(parts);
  if (given === undefined) return { prompt: text, assets };
  return { prompt: given, assets: assets.map((asset) => withoutPlace(asset)) };
}

/** What a turn adds to the raw text. */
export const textOfTurn = ({ parts }: Turn): string => joinParts(parts).text;

/** The text of each turn that `isStep` accepts, for formats whose turns are the given steps. */
export function turnRanges(
  { zones = [] }: AttemptDraft,
  turns: readonly Turn[],
  isStep: (turn: Turn) => boolean,
): Range[] {
  const ranges = new Map<number, Range>();
  for (const { turn, start, end } of zones) {
    const whole = turn === undefined ? undefined : turns[turn];
    if (turn === undefined || !whole || !isStep(whole)) continue;
    ranges.set(turn, { start: ranges.get(turn)?.start ?? start, end });
  }
  return [...ranges.values()];
}

function withoutPlace(asset: Asset): Asset {
  const placeless = { ...asset };
  delete placeless.atUtf16;
  return placeless;
}

const textOfPart = (part: TurnPart): string => {
  if (part.kind === 'image') return IMAGE;
  return part.kind === 'call' && part.name !== '' ? `${part.name}(${part.text})` : part.text;
};

function assetOf({ url, mime }: { url: string; mime?: string | undefined }, atUtf16: number): Asset {
  const data = /^data:([^;,]*)/.exec(url);
  const asset = { atUtf16, hash: new PrefixHash().update(url).key() };
  return data
    ? { ...asset, mime: data[1] || 'image/*', dataUrl: url }
    : { ...asset, mime: mime ?? 'image/*', remoteUrl: url };
}

function joinParts(parts: readonly TurnPart[]): { text: string; assets: Asset[] } {
  const assets: Asset[] = [];
  let text = '';
  for (const part of parts) {
    const added = textOfPart(part);
    if (added === '') continue;
    if (text !== '') text += JOIN;
    if (part.kind === 'image') assets.push(assetOf(part, text.length));
    text += added;
  }
  return { text, assets };
}

/** Grows the raw text with its zones. */
class TurnsText {
  private readonly pieces: string[] = [];
  private length = 0;
  private readonly zones: Zone[] = [];
  private readonly assets: Asset[] = [];

  addTurn(turn: Turn, index: number): void {
    for (const part of turn.parts) this.addPart(turn, part, index);
  }

  attempt(): AttemptDraft {
    return {
      raw: this.pieces.join(JOIN),
      projection: 'messages@1',
      zones: this.zones,
      assets: this.assets,
    };
  }

  private addPart(turn: Turn, part: TurnPart, index: number): void {
    const text = textOfPart(part);
    if (text === '') return;
    const start = this.pieces.length === 0 ? 0 : this.length + JOIN.length;
    this.pieces.push(text);
    this.length = start + text.length;
    if (part.kind === 'image') this.assets.push(assetOf(part, start));
    // Tags inside what the model wrote are found later, as in any text (segment/findZones).
    this.zones.push({
      start,
      end: this.length,
      kind: zoneKind(turn, part),
      turn: index,
      ...whose(turn, part),
    });
  }
}

function zoneKind({ role }: Turn, { kind }: TurnPart): ZoneKind {
  if (role === 'tool' || kind === 'result') return 'result';
  if (role !== 'assistant') return 'user';
  if (kind === 'call' || kind === 'thinking') return kind;
  return 'response';
}

const whose = (turn: Turn, part: TurnPart) =>
  part.kind === 'call' || part.kind === 'result'
    ? present({ name: part.name === '' ? undefined : part.name, callId: part.callId })
    : present({ name: turn.name, callId: turn.callId });
