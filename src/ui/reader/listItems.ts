import type { ReaderSlice, StepView } from '../../app/state';
import { STEP } from '../../core/model';
import type { Range, Zone, ZoneKind } from '../../core/model';

/** Text that holds no steps but is drawn where it stands, so that nothing of the trace is hidden. */
export interface PassiveItem {
  kind: 'passive';
  key: string;
  what: 'result' | 'user' | 'marker' | 'gap';
  name: string | undefined;
  start: number;
  end: number;
}
export interface ZoneItem {
  kind: 'zone';
  key: string;
  zone: ZoneKind | undefined;
  name: string | undefined;
  firstStep: number;
  lastStep: number;
  lengthUtf16: number;
  /** The markers that stand before it, `<think>` for one. */
  marks: string;
}
export interface StepItem {
  kind: 'step';
  key: string;
  step: StepView;
}
export type ListItem = ZoneItem | StepItem | PassiveItem | { kind: 'end'; key: 'end' };

/** A marker longer than this is a block of its own, not a word in a header. */
const LONGEST_MARK = 60;

/** What the list draws, in the order of the text: every unit that is not white space lies in one item. */
export function buildListItems({
  open,
  segmentation,
  steps,
  zones,
}: Pick<ReaderSlice, 'open' | 'segmentation' | 'steps' | 'zones'>): ListItem[] {
  const { raw } = open.trace;
  const { bounds, kinds } = segmentation;
  const list = new ItemList();
  let z = 0;
  let s = 0;
  for (let i = 0; i < kinds.length; i++) {
    const start = bounds[i]!;
    const end = bounds[i + 1]!;
    while (z < zones.length && zones[z]!.end <= start) z++;
    const step = steps[s];
    if (kinds[i] === STEP && step !== undefined) {
      list.addStep(step);
      s++;
    } else addByZones(list, raw, { start, end }, zones, z);
  }
  return list.finish();
}

/** What is no step begins with the white space before a zone and may run over several: a result is shown as one,
 *  a user turn as another. `z`: the first zone that ends behind the range's start. */
function addByZones(
  list: ItemList,
  raw: string,
  { start, end }: Range,
  zones: readonly Zone[],
  z: number,
): void {
  const add = (from: number, to: number, zone: Zone | undefined) => {
    if (/\S/.test(raw.slice(from, to))) list.addPassive(from, to, zone, raw);
  };
  let at = start;
  for (let i = z; i < zones.length && zones[i]!.start < end; i++) {
    const zone = zones[i]!;
    if (zone.end <= at) continue;
    const from = Math.max(at, zone.start);
    add(at, from, undefined);
    at = Math.min(end, zone.end);
    add(from, at, zone);
  }
  add(at, end, undefined);
}

class ItemList {
  private readonly items: ListItem[] = [];
  private header: ZoneItem | undefined;
  private marks: PassiveItem[] = [];
  private marksText = '';

  addStep(step: StepView): void {
    const { zone } = step;
    if (this.header === undefined || !continues(this.header, zone)) {
      this.header = {
        kind: 'zone',
        key: `zone ${step.start}`,
        zone: zone?.kind,
        name: zone?.name,
        firstStep: step.index,
        lastStep: step.index,
        lengthUtf16: 0,
        marks: this.marksText,
      };
      this.marks = [];
      this.marksText = '';
      this.items.push(this.header);
    }
    this.standAlone();
    this.header.lastStep = step.index;
    this.header.lengthUtf16 += step.end - step.start;
    this.items.push({ kind: 'step', key: step.id, step });
  }

  addPassive(start: number, end: number, zone: Zone | undefined, raw: string): void {
    const what = zone?.kind === 'result' || zone?.kind === 'user' ? zone.kind : undefined;
    const text = raw.slice(start, end).trim();
    const item: PassiveItem = {
      kind: 'passive',
      key: `passive ${start}`,
      what: what ?? (zone?.kind === 'marker' || text.length <= LONGEST_MARK ? 'marker' : 'gap'),
      name: zone?.name,
      start,
      end,
    };
    if (item.what === 'marker' && text.length <= LONGEST_MARK) {
      this.marks.push(item);
      this.marksText = `${this.marksText} ${text}`.trim();
      return;
    }
    this.standAlone();
    const before = this.items.at(-1);
    if (before?.kind === 'passive' && before.what === item.what && before.name === item.name && what) {
      before.end = end;
      return;
    }
    if (what === 'user') this.header = undefined;
    this.items.push(item);
  }

  finish(): ListItem[] {
    this.standAlone();
    return [...this.items, { kind: 'end', key: 'end' }];
  }

  /** Markers that no header took are rows. */
  private standAlone(): void {
    this.items.push(...this.marks);
    this.marks = [];
    this.marksText = '';
  }
}

function continues(header: ZoneItem, zone: Zone | undefined): boolean {
  return header.zone === zone?.kind && header.name === zone?.name;
}

const positions = new WeakMap<readonly ListItem[], Int32Array>();
/** Index of the item of each step. */
export function itemsOfSteps(items: readonly ListItem[]): Int32Array {
  let found = positions.get(items);
  if (found === undefined) {
    found = Int32Array.from(items.flatMap((item, i) => (item.kind === 'step' ? [i] : [])));
    positions.set(items, found);
  }
  return found;
}

const TITLES: Record<ZoneKind, string> = {
  thinking: 'Thinking',
  response: 'Response',
  call: 'Tool call',
  result: 'Result',
  perception: 'Perception',
  answer: 'Answer',
  user: 'User',
  marker: 'Marker',
};
export function zoneTitle(zone: ZoneKind | undefined): string {
  return zone === undefined ? 'Response' : TITLES[zone];
}

/** The three lines that mark zones at the left edge. */
export function zoneLook(zone: ZoneKind | undefined): 'thinking' | 'tool' | 'answer' {
  if (zone === 'thinking') return 'thinking';
  return zone === 'call' || zone === 'perception' || zone === 'result' ? 'tool' : 'answer';
}
