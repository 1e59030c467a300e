import { findText, MOST_HITS, type TextQuery } from './findText';
import type { AppActions } from './actions';
import type { Parts } from './parts';
import type { ReaderOpener } from './readerSlice';
import type { FindSlice, ReaderSlice } from './state';

export type FindingActions = Pick<AppActions, 'startFind' | 'findText' | 'goToHit' | 'endFind'>;

const EMPTY: FindSlice = { text: '', matchCase: false, hits: [], at: -1, state: 'done' };

/** Find in the open trace. Hits come part by part; the first one at or after the active step is gone to. */
export function createFinding({ store, platform }: Parts, opener: ReaderOpener): FindingActions {
  /** What was looked for last is offered again. */
  let last: TextQuery = { text: '', matchCase: false };

  const patch = (reader: ReaderSlice, find: FindSlice) => store.setState({ reader: { ...reader, find } });

  function goTo(at: number): void {
    const { reader } = store.getState();
    const hit = reader?.find?.hits[at];
    if (reader?.find === undefined || hit === undefined) return;
    const { steps } = reader;
    const step = lastAtOrBefore(steps.length, (i) => steps[i]!.start <= hit.start);
    const open = steps[step]?.id;
    const isInside = steps[step] !== undefined && hit.start < steps[step].end;
    // A hit below the fold of a long step is no hit one can see.
    const openSteps =
      isInside && open !== undefined && !reader.openSteps.has(open)
        ? new Set([...reader.openSteps, open])
        : reader.openSteps;
    patch({ ...reader, openSteps }, { ...reader.find, at });
    opener.activate(Math.max(0, step));
  }

  function search(query: TextQuery): void {
    const { reader } = store.getState();
    if (reader?.find === undefined) return;
    last = query;
    const { trace } = reader.open;
    const from = reader.steps[reader.active]?.start ?? 0;
    const parts = findText(trace.raw, query);
    const begun: FindSlice = { ...query, hits: [], at: -1, state: 'searching' };
    patch(reader, begun);
    const next = () => {
      const now = store.getState().reader;
      if (now?.find === undefined || now.open.trace !== trace) return;
      if (now.find.text !== query.text || now.find.matchCase !== query.matchCase) return;
      const { done, value } = parts.next();
      if (done === true) {
        const { hits, at } = now.find;
        patch(now, { ...now.find, state: hits.length === MOST_HITS ? 'more' : 'done' });
        if (at < 0 && hits.length > 0) goTo(0);
        return;
      }
      if (value.length > 0) {
        const hits = [...now.find.hits, ...value];
        patch(now, { ...now.find, hits });
        const here = now.find.at < 0 ? hits.findIndex(({ start }) => start >= from) : -1;
        if (here >= 0) goTo(here);
      }
      platform.later('find', 0, next);
    };
    next();
  }

  return {
    startFind() {
      const { reader } = store.getState();
      if (reader === undefined || reader.find !== undefined) return;
      patch(reader, EMPTY);
      if (last.text !== '') search(last);
    },
    findText: search,
    goToHit(by) {
      const find = store.getState().reader?.find;
      if (find === undefined || find.hits.length === 0) return;
      const { length } = find.hits;
      goTo((Math.max(find.at, by > 0 ? -1 : 0) + by + length) % length);
    },
    endFind: () =>
      store.setState(({ reader }) =>
        reader?.find === undefined ? {} : { reader: { ...reader, find: undefined } },
      ),
  };
}

/** The greatest index for which `holds`, when it holds for a beginning of 0 … count - 1; else -1. */
export function lastAtOrBefore(count: number, holds: (index: number) => boolean): number {
  let low = 0;
  let high = count - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) low = middle + 1;
    else high = middle - 1;
  }
  return high;
}
