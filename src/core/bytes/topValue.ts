// The outline of a file's first JSON object: its members and what lies inside them, found without decoding.

import type { StopSignal } from './bytes';
import { COLON, COMMA, JsonScanner, OPEN_ARRAY, OPEN_OBJECT, isClosing } from './jsonScanner';
import type { Opened } from './recordBatches';
import { scanSlices } from './scanSlices';

export interface Member {
  /** From the key's quote to the end of the value, white space around it included. */
  startByte: number;
  endByte: number;
  colonByte: number;
  /** Where the value opens, if it is an object or array. */
  openByte?: number;
  kind: 'object' | 'array' | 'other';
  /** Arrays: how many elements, how many of them objects, ranges of the first ones. */
  elements: number;
  objects: number;
  firstElements: [startByte: number, endByte: number][];
}
export interface TopValue {
  startByte: number;
  /** `undefined`: the file ends inside it. */
  endByte: number | undefined;
  /** The first ones; `memberCount` counts all. */
  members: Member[];
  memberCount: number;
  objectMembers: number;
  /** Arrays whose elements are objects, all of them. */
  objectArrayMembers: number;
  /** What follows the value. */
  next: 'nothing' | 'value' | 'junk';
}

const MAX_MEMBERS = 2000;
const MAX_FIRST = 3;

/** Reads from the object that begins at `fromByte` to the first thing behind it. */
export async function outlineObject(opened: Opened, fromByte: number, stop?: StopSignal): Promise<TopValue> {
  const outline = new Outline(fromByte);
  const scanner = new JsonScanner(3, 2);
  for await (const { events } of scanSlices(opened, scanner, fromByte, opened.limits.sliceBytes, stop)) {
    for (let i = 0; i < events.length; i += 3) {
      if (outline.see(events[i]!, events[i + 1]!, events[i + 2]!)) return outline.top;
    }
  }
  outline.finish();
  return outline.top;
}

class Outline {
  readonly top: TopValue;
  private member: Member | undefined;
  private elementStart = 0;

  constructor(startByte: number) {
    this.top = {
      startByte,
      endByte: undefined,
      members: [],
      memberCount: 0,
      objectMembers: 0,
      objectArrayMembers: 0,
      next: 'nothing',
    };
  }

  /** True when what follows the object was met. */
  see(kind: number, depth: number, at: number): boolean {
    if (this.top.endByte !== undefined) {
      this.top.next = kind === OPEN_OBJECT || kind === OPEN_ARRAY ? 'value' : 'junk';
      return true;
    }
    if (depth === 1) this.seeMember(kind, at);
    else if (depth === 2) this.seeElement(kind, at);
    else if (kind === OPEN_OBJECT && this.member !== undefined) this.member.objects += 1;
    return false;
  }

  private seeMember(kind: number, at: number): void {
    if (kind === COLON && this.member !== undefined && this.member.colonByte < 0) this.member.colonByte = at;
    if (kind === COMMA || isClosing(kind)) this.end(at);
    if (isClosing(kind)) this.top.endByte = at + 1;
    else if (kind !== COLON)
      this.member = {
        startByte: at + 1,
        endByte: at + 1,
        colonByte: -1,
        kind: 'other',
        elements: 0,
        objects: 0,
        firstElements: [],
      };
  }

  private seeElement(kind: number, at: number): void {
    const { member } = this;
    if (member === undefined) return;
    if (kind === OPEN_OBJECT || kind === OPEN_ARRAY) {
      member.kind = kind === OPEN_OBJECT ? 'object' : 'array';
      member.openByte = at;
      this.elementStart = at + 1;
    } else if (member.kind === 'array' && (kind === COMMA || isClosing(kind))) {
      if (at === this.elementStart) return;
      if (member.firstElements.length < MAX_FIRST) member.firstElements.push([this.elementStart, at]);
      member.elements += 1;
      this.elementStart = at + 1;
    }
  }

  private end(at: number): void {
    const { member, top } = this;
    if (member === undefined || member.colonByte < 0) return;
    member.endByte = at;
    top.memberCount += 1;
    if (member.kind === 'object') top.objectMembers += 1;
    if (member.kind === 'array' && member.objects === member.elements) top.objectArrayMembers += 1;
    if (top.members.length < MAX_MEMBERS) top.members.push(member);
    this.member = undefined;
  }

  /** The file ended inside the object: its last member counts if an element of it is whole. */
  finish(): void {
    const { member } = this;
    if (this.top.endByte !== undefined || member === undefined || member.elements === 0) return;
    member.objects = Math.min(member.objects, member.elements);
    this.end(this.elementStart);
  }
}
