// Where the paths of a mapping are looked up: in the rollout first, then in its row, where a list as long as the
// rollouts is read beside them.

import { numberIn } from '../fields';
import { asText, isMany, select } from './paths';
import type { Found, Path } from './paths';

export class Scope {
  readonly own: Found;
  private readonly row: Found | undefined;
  private readonly index: number;
  private readonly count: number;

  constructor(own: Found, row?: Found, index = 0, count = 1) {
    this.own = own;
    this.row = row;
    this.index = index;
    this.count = count;
  }

  /** One scope per rollout of a row. */
  rollouts(each: Path): Scope[] {
    const found = select(each, this.own).flatMap((one): readonly Found[] =>
      Array.isArray(one.value) && !isMany(each)
        ? one.value.map((value: unknown) => ({ value, key: one.key }))
        : [one],
    );
    return found.map((one, i) => new Scope(one, this.own, i, found.length));
  }

  /** undefined: there is no such field; null: the file says so. */
  value(path: Path | undefined): unknown {
    return path === undefined ? undefined : this.select(path)[0]?.value;
  }

  text(path: Path | undefined): string | undefined {
    const value = this.value(path);
    return value === undefined || value === null ? undefined : asText(value);
  }

  number(path: Path | undefined): number | undefined {
    return numberIn(this.value(path));
  }

  /** What a path finds as a list: several finds, or the one list it found. */
  list(path: Path | undefined): unknown[] {
    if (path === undefined) return [];
    const found = this.select(path).map(({ value }) => value);
    const [only] = found;
    return found.length === 1 && Array.isArray(only) ? (only as unknown[]) : found;
  }

  /** One value per step. Where the steps are objects and this is another of their fields, a step without it is
   *  undefined; otherwise what the path finds as a list. */
  perStep(path: Path, steps: Path | undefined): unknown[] {
    if (typeof steps !== 'string' || typeof path !== 'string') return this.list(path);
    const end = steps.lastIndexOf('[*].') + 4;
    if (end < 4 || !path.startsWith(steps.slice(0, end))) return this.list(path);
    return this.list(steps.slice(0, end - 1)).flatMap((value) => {
      const step = new Scope({ value });
      // An entry without a text is no step.
      return step.text(steps.slice(end)) === undefined ? [] : [step.value(path.slice(end))];
    });
  }

  select(path: Path): readonly Found[] {
    const own = select(path, this.own);
    if (own.length > 0 || this.row === undefined) return own;
    const beside = select(path, this.row);
    if (beside.length === this.count && isMany(path)) return beside.slice(this.index, this.index + 1);
    const [only] = beside;
    const isParallel = beside.length === 1 && Array.isArray(only?.value) && only.value.length === this.count;
    return isParallel ? [{ value: (only.value as unknown[])[this.index] }] : beside;
  }
}
