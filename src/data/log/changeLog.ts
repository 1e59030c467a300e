// The log of changes. The page alone writes it; worker and page read it.

import type { Change, SplitTarget, TextKey, Writer } from '../../core/model';

/** Problems, files and 'default' that the log says something about. */
export type Touched = ReadonlySet<SplitTarget>;

export interface ChangeReader {
  /** Changes that name one of `targets`, each once, in no particular order. */
  changesOf(targets: readonly SplitTarget[]): Promise<Change[]>;
  /** Changes made on a text with this key, under whatever problem. */
  changesOfText(bare: TextKey): Promise<Change[]>;
  touched(): Promise<Touched>;
  /** All changes, some at a time. */
  batches(): AsyncIterable<Change[]>;
}
export interface ChangeLog extends ChangeReader {
  readonly writer: Writer;
  /** n of this tab's last change, 0 before the first. */
  lastN(): Promise<number>;
  /** Resolves when the change is on disk. */
  add(change: Change): Promise<void>;
  /** Adds what is not there yet and gives it back. */
  merge(changes: readonly Change[]): Promise<Change[]>;
  /** Newest changes made on this device first. */
  history(limit: number): Promise<Change[]>;
  /** Whose the changes made here as "me" are. The first name counts: a later one is another person. */
  sayName(name: string): Promise<void>;
}

/** Who a change is by until a name is said. The log is never rewritten: reading puts the name in its place. */
const NAMELESS = 'me';

export const isNameless = ({ scope }: Change) => scope.annotator === NAMELESS;

export function withName(change: Change, name: string | undefined): Change {
  if (name === undefined || !isNameless(change)) return change;
  return { ...change, scope: { ...change.scope, annotator: name } };
}

/** A tab's name in the log: 128 random bits. */
export function newWriter(): Writer {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('') as Writer;
}

export const newestFirst = (a: Change, b: Change): number =>
  b.at - a.at || (a.writer === b.writer ? b.n - a.n : a.writer < b.writer ? 1 : -1);

/** The twin of the log on disk, for tests and for `inMemory.ts`. */
export class MemoryChangeLog implements ChangeLog {
  readonly writer = newWriter();
  private readonly changes = new Map<string, Change>();
  private name: string | undefined;

  sayName(name: string): Promise<void> {
    this.name ??= name;
    return Promise.resolve();
  }
  private all(): Change[] {
    return [...this.changes.values()].map((change) =>
      withName(change, change.writer === this.writer ? this.name : undefined),
    );
  }

  changesOf(targets: readonly SplitTarget[]): Promise<Change[]> {
    const wanted = new Set(targets);
    return Promise.resolve(
      this.all().filter((change) => change.problems.some((target) => wanted.has(target))),
    );
  }
  changesOfText(bare: TextKey): Promise<Change[]> {
    return Promise.resolve(this.all().filter((change) => change.bare.includes(bare)));
  }
  touched(): Promise<Touched> {
    return Promise.resolve(new Set([...this.changes.values()].flatMap((change) => change.problems)));
  }
  async *batches(): AsyncGenerator<Change[]> {
    yield await Promise.resolve(this.all());
  }
  lastN(): Promise<number> {
    const own = [...this.changes.values()].filter((change) => change.writer === this.writer);
    return Promise.resolve(Math.max(0, ...own.map((change) => change.n)));
  }
  add(change: Change): Promise<void> {
    const id = `${change.writer} ${change.n}`;
    if (this.changes.has(id))
      return Promise.reject(new Error(`Change ${change.n} of this tab was recorded twice.`));
    this.changes.set(id, structuredClone(change));
    return Promise.resolve();
  }
  async merge(changes: readonly Change[]): Promise<Change[]> {
    const added = changes.filter((change) => !this.changes.has(`${change.writer} ${change.n}`));
    for (const change of added) await this.add(change);
    return added;
  }
  history(limit: number): Promise<Change[]> {
    const own = this.all().filter((change) => change.writer === this.writer);
    return Promise.resolve(own.toSorted(newestFirst).slice(0, limit));
  }
}
