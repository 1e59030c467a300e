type Numbers = Float64Array | Float32Array | Uint32Array | Int32Array | Uint16Array | Uint8Array;

/** Above this a column grows by a quarter: half of it standing empty would be felt at a million rows. */
const LARGE = 1 << 16;

/** A typed array that grows: `data` is longer than what was pushed. */
export class Column<A extends Numbers> {
  data: A;
  length = 0;
  private readonly make: (length: number) => A;

  constructor(make: (length: number) => A) {
    this.make = make;
    this.data = make(64);
  }

  push(value: number): void {
    if (this.length === this.data.length) this.reserve(this.length + 1);
    this.data[this.length++] = value;
  }

  append(values: A): void {
    this.reserve(this.length + values.length);
    this.data.set(values, this.length);
    this.length += values.length;
  }

  /** Room for as many at once: growing often leaves memory behind that was filled for nothing. */
  expect(length: number): void {
    if (length <= this.data.length) return;
    const longer = this.make(length);
    longer.set(this.data.subarray(0, this.length));
    this.data = longer;
  }

  cut(from: number, to: number): A {
    return this.data.slice(from, to) as A;
  }

  private reserve(length: number): void {
    if (length <= this.data.length) return;
    const more = this.data.length < LARGE ? this.data.length : this.data.length >> 2;
    const longer = this.make(Math.max(length, this.data.length + more));
    longer.set(this.data.subarray(0, this.length));
    this.data = longer;
  }
}
