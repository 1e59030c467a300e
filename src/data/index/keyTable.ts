// Distinct 128-bit keys (32 hex digits, or four numbers), numbered in order of appearance: 16 bytes a key and 8
// for its slots, where a Map of strings would take over 100.

const LANES = 4;

export class KeyTable {
  /** Distinct keys. */
  count = 0;
  private lanes = new Uint32Array(LANES * 64);
  /** Open addressing; 0 is free, else number + 1. */
  private slots = new Uint32Array(128);
  private readonly scratch = new Uint32Array(LANES);

  /** The number of the key, given one if it is new. */
  add(key: string): number {
    return this.addLanes(this.lanesOf(key), 0);
  }

  /** The same for a key of four numbers, `key[at…at + 3]`. */
  addLanes(key: Uint32Array, at: number): number {
    const found = this.find(key, at);
    if (found >= 0) return found;
    if ((this.count + 1) * 2 > this.slots.length) this.grow();
    const number = this.count++;
    for (let lane = 0; lane < LANES; lane++) this.lanes[number * LANES + lane] = key[at + lane]!;
    this.slots[this.freeSlot(number)] = number + 1;
    return number;
  }

  /** -1: not there. */
  numberOf(key: string): number {
    return this.find(this.lanesOf(key), 0);
  }

  keyOf(number: number): string {
    return hexOfLanes(this.lanes, number * LANES);
  }

  private lanesOf(key: string): Uint32Array {
    for (let lane = 0; lane < LANES; lane++) {
      this.scratch[lane] = Number.parseInt(key.slice(lane * 8, lane * 8 + 8), 16);
    }
    return this.scratch;
  }

  private find(key: Uint32Array, at: number): number {
    const { slots, lanes } = this;
    const mask = slots.length - 1;
    for (let slot = key[at]! & mask; ; slot = (slot + 1) & mask) {
      const taken = slots[slot]!;
      if (taken === 0) return -1;
      const base = (taken - 1) * LANES;
      if (
        lanes[base] === key[at] &&
        lanes[base + 1] === key[at + 1] &&
        lanes[base + 2] === key[at + 2] &&
        lanes[base + 3] === key[at + 3]
      )
        return taken - 1;
    }
  }

  private freeSlot(number: number): number {
    const mask = this.slots.length - 1;
    let slot = this.lanes[number * LANES]! & mask;
    while (this.slots[slot] !== 0) slot = (slot + 1) & mask;
    return slot;
  }

  private grow(): void {
    this.slots = new Uint32Array(this.slots.length * 2);
    const lanes = new Uint32Array(this.slots.length * (LANES / 2));
    lanes.set(this.lanes);
    this.lanes = lanes;
    for (let number = 0; number < this.count; number++) this.slots[this.freeSlot(number)] = number + 1;
  }
}

function hexOfLanes(lanes: Uint32Array, at: number): string {
  let key = '';
  for (let lane = 0; lane < LANES; lane++) key += lanes[at + lane]!.toString(16).padStart(8, '0');
  return key;
}
