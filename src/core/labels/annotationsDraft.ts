import { passageId } from '../identity';
import type { Cuts, Edit, Preference } from '../model';
import type { Annotations } from './annotations';
import { canonicalJson, sameValue } from './sameValue';

const isEmptyCuts = (cuts: Cuts) => cuts.added.length === 0 && cuts.removed.length === 0;
const NO_CUTS: Cuts = { added: [], removed: [] };

/** Writes into annotations without touching those it began with: a map is copied the first time it is
 *  written to, so one change copies at most the maps it edits, and a fold copies nothing twice. */
export class AnnotationsDraft {
  private state: Annotations;
  private readonly copied = new Map<keyof Annotations, Map<string, unknown>>();

  constructor(start: Annotations) {
    this.state = start;
  }

  done(): Annotations {
    return this.state;
  }

  /** Whether the place an edit speaks of holds the edit's `before` now. */
  holdsBefore(edit: Edit): boolean {
    switch (edit.on) {
      case 'passage':
        return sameValue(this.state.passages.get(passageId(edit.at))?.judgement, edit.before);
      case 'text':
        return sameValue(this.state.texts.get(edit.at), edit.before);
      case 'split':
        return sameValue(this.state.splits.get(edit.of), edit.before);
      case 'cuts':
        return sameValue(this.state.cuts.get(passageId(edit.at))?.cuts ?? NO_CUTS, edit.before);
      case 'preference':
        return edit.before === undefined
          ? !this.state.preferences.some((one) => sameValue(one, edit.after))
          : this.state.preferences.some((one) => sameValue(one, edit.before));
      case 'reveal':
        return true;
    }
  }

  /** Puts the edit's `after` in its place. */
  write(edit: Edit): void {
    switch (edit.on) {
      case 'passage': {
        const { at, after } = edit;
        this.put('passages', passageId(at), after && { at, judgement: after });
        return;
      }
      case 'text':
        this.put('texts', edit.at, edit.after);
        return;
      case 'split':
        this.put('splits', edit.of, edit.after);
        return;
      case 'cuts': {
        const { at, after } = edit;
        this.put('cuts', passageId(at), isEmptyCuts(after) ? undefined : { at, cuts: after });
        return;
      }
      case 'preference':
        this.putPreference(edit.before, edit.after);
        return;
      case 'reveal':
    }
  }

  private put(part: 'passages' | 'texts' | 'splits' | 'cuts', key: string, value: unknown): void {
    let map = this.copied.get(part);
    if (map === undefined) {
      map = new Map<string, unknown>(this.state[part]);
      this.copied.set(part, map);
      this.state = { ...this.state, [part]: map };
    }
    if (value === undefined) map.delete(key);
    else map.set(key, value);
  }

  /** Preferences are a set kept in one order, so that taking one away and putting it back changes nothing. */
  private putPreference(before: Preference | undefined, after: Preference | undefined): void {
    const rest = this.state.preferences.filter((one) => !sameValue(one, before) && !sameValue(one, after));
    const all = after === undefined ? rest : [...rest, after];
    const keyed = all.map((one) => [canonicalJson(one), one] as const);
    keyed.sort(([a], [b]) => (a < b ? -1 : 1));
    this.state = { ...this.state, preferences: keyed.map(([, one]) => one) };
  }
}
