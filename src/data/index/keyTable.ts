// Distinct 128-bit keys (32 hex digits), numbered in order of appearance: 16 bytes a key and 8 for its slots,
// where a Map of strings would take over 100.

const LANES = 4;

export class KeyTable {
  /** Distinct keys. */
  count = 0;
  private lanes = new Uint32Array(LANES * 64);
  /** Open addressing; 0 is free, else number + 1. */
  private slots = new Uint32Array(128);

  /** The number of the key, given one if it is new. */
  add(key: string): number {
    const found = this.numberOf(key);
    if (found >= 0) return found;
    if ((this.count + 1) * 2 > this.slots.length) this.grow();
    const number = this.count++;
    for (let lane = 0; lane < LANES; lane++) this.lanes[number * LANES + lane] = laneOf(key, lane);
    this.slots[this.freeSlot(number)] = number + 1;
    return number;
  }

  /** -1: not there. */
  numberOf(key: string): number {
    const first = laneOf(key, 0);
    const mask = this.slots.length - 1;
    for (let slot = first & mask; ; slot = (slot + 1) & mask) {
      const taken = this.slots[slot]!;
      if (taken === 0) return -1;
      if (this.holds(taken - 1, key)) return taken - 1;
    }
  }

  keyOf(number: number): string {
    let key = '';
    for (let lane = 0; lane < LANES; lane++) {
      key += this.lanes[number * LANES + lane]!.toString(16).padStart(8, '0');
    }
    return key;
  }

  private holds(number: number, key: string): boolean {
    for (let lane = 0; lane < LANES; lane++) {
      if (this.lanes[number * LANES + lane] !== laneOf(key, lane)) return false;
    }
    return true;
  }

  private freeSlot(number: number): number {
    const mask = this.slots.length - 1;
    let slot = this.lanes[number * LANES]! & mask;
    while (this.slots[slot] !== 0) slot = (slot + 1) & mask;
    return slot;
  }

  private grow(): void {
    const lanes = new Uint32Array(this.lanes.length * 2);
    lanes.set(this.lanes);
    this.lanes = lanes;
    this.slots = new Uint32Array(this.slots.length * 2);
    for (let number = 0; number < this.count; number++) this.slots[this.freeSlot(number)] = number + 1;
  }
}

const laneOf = (key: string, lane: number) => Number.parseInt(key.slice(lane * 8, lane * 8 + 8), 16);
