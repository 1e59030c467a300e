import { Column } from './column';

const NONE = 0xffff_ffff;

const uint32 = () => new Column((n) => new Uint32Array(n));

/** Which rows belong to a problem, as chains through the rows. */
export class ProblemRows {
  /** Of each row: which attempt of its problem it is, from 0. */
  readonly attempt = uint32();
  /** Of each problem: how many rows, and how many texts that differ. */
  readonly attempts = uint32();
  readonly texts = uint32();
  private readonly next = uint32();
  private readonly first = uint32();
  private readonly last = uint32();

  beginProblem(): void {
    this.attempts.push(0);
    this.texts.push(0);
    this.first.push(NONE);
    this.last.push(NONE);
  }

  /** The next row is of this problem. */
  add(problem: number, isNewText: boolean): void {
    const row = this.attempt.length;
    if (isNewText) this.texts.data[problem]!++;
    this.attempt.push(this.attempts.data[problem]!++);
    this.next.push(NONE);
    const last = this.last.data[problem]!;
    if (last === NONE) this.first.data[problem] = row;
    else this.next.data[last] = row;
    this.last.data[problem] = row;
  }

  *of(problem: number): Generator<number> {
    for (let row = this.first.data[problem]!; row !== NONE; row = this.next.data[row]!) yield row;
  }

  expect(rows: number): void {
    this.attempt.expect(rows);
    this.next.expect(rows);
  }
}
