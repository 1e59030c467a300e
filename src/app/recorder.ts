import { bareTextKey, passageId } from '../core/identity';
import type { PassageId } from '../core/identity';
import {
  applyChange,
  DEFAULT_PACK,
  packIdentity,
  protocolById,
  protocolIdentity,
  quotesFor,
  stepOfTime,
} from '../core/labels';
import type { Change, Edit, Scope, SplitTarget, TextKey } from '../core/model';
import type { StepmarkData } from '../data/api';
import { ActiveTime } from './activeTime';
import type { Platform } from './platform';
import type { AppState, SettingsSlice } from './state';
import type { StoreApi } from 'zustand/vanilla';

export interface RecordRequest {
  command: string;
  edits: Edit[];
  problems: SplitTarget[];
  /** The text that was judged, for quotes and the bare key; none for a change of splits. */
  raw?: string;
  undoes?: Change['undoes'];
  /** Of what is undone; else the current one. */
  scope?: Scope;
  /** Said when it is on disk. */
  announce?: string;
}

const scopes = new WeakMap<SettingsSlice, Scope>();

/** Under whose name and rules changes are made; hashing the rules once per settings is enough. */
export function scopeOf({ settings }: AppState): Scope {
  const known = scopes.get(settings);
  if (known !== undefined) return known;
  const scope = {
    annotator: settings.annotator,
    protocol: protocolIdentity(protocolById(settings.protocol)),
    pack: settings.pack === undefined ? DEFAULT_PACK : packIdentity(settings.pack),
    round: 1,
  };
  scopes.set(settings, scope);
  return scope;
}

export function sameScope(a: Scope, b: Scope): boolean {
  return a.annotator === b.annotator && a.protocol === b.protocol && a.pack === b.pack && a.round === b.round;
}

/** What a change touches, as keys of `unsaved`. */
function touchedBy(edits: readonly Edit[]): string[] {
  return edits.flatMap((edit) =>
    edit.on === 'passage' ? [passageId(edit.at)] : edit.on === 'text' ? [edit.at as string] : [],
  );
}

/** The one place where a change is made: painted at once (hollow), written, then solid. */
export class Recorder {
  /** This tab's changes, oldest first, behind what the log held when the page was opened. */
  changes: Change[] = [];
  /** Called after each change, before the disk has it. */
  onRecorded: () => void = () => {};
  readonly time: ActiveTime;
  private n = 0;
  /** Active time of the changes known here. */
  private readonly spent = {
    onProblem: new Map<SplitTarget, number>(),
    onStep: new Map<PassageId, number>(),
  };
  private readonly failed: Change[] = [];
  private bareFor: { raw: string; key: TextKey } | undefined;
  private readonly store: StoreApi<AppState>;
  private readonly data: StepmarkData;
  private readonly platform: Platform;

  constructor(store: StoreApi<AppState>, data: StepmarkData, platform: Platform) {
    this.store = store;
    this.data = data;
    this.platform = platform;
    this.time = new ActiveTime(platform);
  }

  /** At the start, and again when a name was said: what the disk does not have yet is kept. */
  async start(): Promise<void> {
    const kept = (await this.data.history(500)).toReversed();
    const lastN = await this.data.lastN();
    const { writer } = this.data;
    const unwritten = this.changes.filter(
      (change) => change.writer === writer && (change.n > lastN || this.failed.includes(change)),
    );
    this.changes = [...kept, ...unwritten];
    this.n = Math.max(this.n, lastN);
    this.spent.onProblem.clear();
    this.spent.onStep.clear();
    for (const change of this.changes) this.spend(change);
    this.store.setState(({ saving }) => ({ saving: { ...saving, spent: { ...this.spent } } }));
  }

  /** n of the newest change. */
  get newest(): number {
    return this.n;
  }

  /** What may be missing from the state of a scope that was asked for when `newest` was the last change: what
   *  the disk refused and what was painted since. Goes on top of what is loaded. */
  notIn(newest: number, scope: Scope): Change[] {
    const since = this.changes.filter(({ writer, n }) => writer === this.data.writer && n > newest);
    const refused = this.failed.filter(({ n }) => n <= newest).toSorted((a, b) => a.n - b.n);
    return [...refused, ...since].filter((change) => sameScope(change.scope, scope));
  }

  record(request: RecordRequest): Change {
    const state = this.store.getState();
    // The log is read in the order of `at`: a clock that moves back must not put an undo before its change.
    const at = Math.max(this.platform.now(), this.changes.at(-1)?.at ?? 0);
    const passages = request.edits.flatMap((edit) =>
      edit.on === 'passage' && edit.before === undefined ? [edit.at] : [],
    );
    const change: Change = {
      writer: this.data.writer,
      n: ++this.n,
      at,
      activeMs: this.time.take(this.stepsOf(request.edits)),
      command: request.command,
      scope: request.scope ?? scopeOf(state),
      problems: request.problems,
      edits: request.edits,
      bare: request.raw === undefined ? [] : [this.bareKeyOf(request.raw)],
      quotes: request.raw === undefined ? {} : quotesFor(request.raw, passages),
      ...(request.undoes === undefined ? {} : { undoes: request.undoes }),
    };
    this.changes.push(change);
    this.paint(change);
    this.onRecorded();
    void this.write(change, request.announce);
    return change;
  }

  /** Whose time a change takes: that of the passages it is about; at the finish all that was read in the trace. */
  private stepsOf(edits: readonly Edit[]): PassageId[] {
    const isFinish = edits.some(
      (edit) =>
        edit.on === 'text' && edit.before?.finish !== edit.after?.finish && edit.after?.finish !== undefined,
    );
    if (isFinish) return this.store.getState().reader?.steps.map(({ id }) => id) ?? [];
    return edits.flatMap((edit) => (edit.on === 'passage' ? [passageId(edit.at)] : []));
  }

  /** Tries again what the disk refused. */
  private retry(): void {
    const again = this.failed.splice(0);
    this.store.setState(({ saving }) => ({ saving: { ...saving, pending: saving.pending + again.length } }));
    for (const change of again) void this.write(change, undefined);
  }

  private spend(change: Change): void {
    const { onProblem, onStep } = this.spent;
    const [problem] = change.problems;
    const step = stepOfTime(change);
    if (problem !== undefined) onProblem.set(problem, (onProblem.get(problem) ?? 0) + change.activeMs);
    if (step !== undefined) onStep.set(step, (onStep.get(step) ?? 0) + change.activeMs);
  }

  private paint(change: Change): void {
    this.spend(change);
    const isShown = sameScope(change.scope, scopeOf(this.store.getState()));
    this.store.setState((state) => {
      const unsaved = new Map(state.annotation.unsaved);
      for (const key of touchedBy(change.edits)) unsaved.set(key, (unsaved.get(key) ?? 0) + 1);
      const before = state.annotation.annotations;
      const annotations = isShown ? applyChange(before, change) : before;
      const ids = change.edits.flatMap((edit) => (edit.on === 'passage' ? [passageId(edit.at)] : []));
      return {
        annotation: {
          ...state.annotation,
          annotations,
          unsaved,
          touched: { from: before.passages, to: annotations.passages, ids },
        },
        saving: {
          ...state.saving,
          spent: { ...this.spent },
          pending: state.saving.pending + 1,
          pendingSince: state.saving.pendingSince ?? change.at,
        },
      };
    });
  }

  private async write(change: Change, announce: string | undefined): Promise<void> {
    try {
      await this.data.record(change);
    } catch (error) {
      this.failed.push(change);
      const reason = error instanceof Error ? error.message : String(error);
      this.store.setState((state) => ({
        saving: { ...state.saving, pending: state.saving.pending - 1, failed: reason },
        announcement: reason,
      }));
      return;
    }
    this.store.setState((state) => {
      const unsaved = new Map(state.annotation.unsaved);
      for (const key of touchedBy(change.edits)) {
        const left = (unsaved.get(key) ?? 1) - 1;
        if (left > 0) unsaved.set(key, left);
        else unsaved.delete(key);
      }
      const pending = state.saving.pending - 1;
      return {
        annotation: { ...state.annotation, unsaved },
        saving: {
          ...state.saving,
          pending,
          lastSavedAt: this.platform.now(),
          pendingSince: pending > 0 ? this.platform.now() : undefined,
          failed: this.failed.length > 0 ? state.saving.failed : undefined,
        },
        ...(announce === undefined ? {} : { announcement: announce }),
      };
    });
    // The disk takes writes again: what it refused before goes first to the next chance.
    if (this.failed.length > 0) this.retry();
  }

  private bareKeyOf(raw: string): TextKey {
    // Keys come in a row on one text; hashing it once is enough.
    if (this.bareFor?.raw !== raw) this.bareFor = { raw, key: bareTextKey(raw) };
    return this.bareFor.key;
  }
}
