// Two or more rollouts beside each other, and which of two siblings a person prefers.

import { passageId } from '../core/identity';
import { setPreference } from '../core/labels';
import type { Passage, Preference } from '../core/model';
import { alignPaths } from '../core/tree';
import type { AlignedPaths } from '../core/tree';
import type { OpenTree } from '../data/api';
import type { AppActions } from './actions';
import type { Parts } from './parts';
import type { AppState } from './state';

export type ComparisonActions = Pick<
  AppActions,
  'compare' | 'compareWith' | 'leaveOut' | 'prefer' | 'goToNextDifference'
>;

export interface Comparison extends AlignedPaths {
  open: OpenTree;
  /** Row of each column. */
  rows: number[];
}
const MOST_COLUMNS = 4;

const endsOf = new WeakMap<OpenTree['rowsAt'], ReadonlyMap<number, number>>();
function endOfRow({ rowsAt }: OpenTree): ReadonlyMap<number, number> {
  let ends = endsOf.get(rowsAt);
  if (ends === undefined) {
    ends = new Map(rowsAt.flatMap((rows, node) => rows.map((row) => [row, node] as const)));
    endsOf.set(rowsAt, ends);
  }
  return ends;
}

let known: { open: OpenTree; rows: string; comparison: Comparison } | undefined;

/** undefined: not on that screen, or the tree is still being read. */
export function selectComparison({ route, tree }: AppState): Comparison | undefined {
  const open = tree?.tree;
  if (route.screen !== 'compare' || open === undefined) return undefined;
  const asked = [...new Set([route.row, ...route.others])];
  if (known?.open !== open || known.rows !== asked.join()) {
    const ends = endOfRow(open);
    const rows = asked.filter((row) => ends.has(row));
    const aligned = alignPaths(
      open.tree,
      rows.map((row) => ends.get(row)!),
    );
    const comparison = { ...aligned, open, rows: aligned.order.map((index) => rows[index]!) };
    known = { open, rows: asked.join(), comparison };
  }
  return known.comparison;
}

/** What the person said of a pair, whichever way round. */
export function selectPreference({ annotation }: AppState, a: Passage, b: Passage): Preference | undefined {
  const pair = new Set([passageId(a), passageId(b)]);
  return annotation.annotations.preferences.find(
    ({ better, worse }) => pair.has(passageId(better)) && pair.has(passageId(worse)),
  );
}

export function createComparison({ store, recorder, actions }: Parts): ComparisonActions {
  /** A rollout that ended otherwise says more than one that ended alike. */
  function firstOther(): number | undefined {
    const open = store.getState().reader?.open;
    const others = open?.siblings.filter(({ row, text }) => row !== open.row && text !== open.trace.text);
    const otherwise = others?.find(
      ({ outcome }) => outcome !== undefined && open?.of.outcome !== undefined && outcome !== open.of.outcome,
    );
    return (otherwise ?? others?.[0])?.row;
  }

  function show(rows: readonly number[]): void {
    const { route } = store.getState();
    const [row, ...others] = rows;
    if (route.screen !== 'compare' || row === undefined) return;
    actions.navigate({ ...route, row, others });
  }
  const shownRows = () => {
    const { route } = store.getState();
    return route.screen === 'compare' ? [route.row, ...route.others] : [];
  };

  return {
    compare() {
      const { reader } = store.getState();
      const other = firstOther();
      if (reader === undefined || other === undefined) return;
      const { file, row } = reader.open;
      actions.navigate({ screen: 'compare', file, row, others: [other] });
    },
    compareWith: (row) => show([...shownRows().slice(0, MOST_COLUMNS - 1), row]),
    leaveOut: (row) => show(shownRows().filter((one) => one !== row)),
    prefer(better, worse, choice) {
      const state = store.getState();
      const { reader } = state;
      if (reader === undefined) return;
      const edit = setPreference(selectPreference(state, better, worse), better, worse, choice);
      if (edit === undefined) return;
      recorder.record({
        command: 'compare.prefer',
        edits: [edit],
        problems: [reader.open.problem.key],
        raw: reader.open.trace.raw,
        announce: choice === undefined ? 'Preference removed, saved.' : 'Preference saved.',
      });
    },
    goToNextDifference() {
      const comparison = selectComparison(store.getState());
      const { tree } = store.getState();
      if (comparison === undefined || tree === undefined) return;
      const places = comparison.levels.flatMap(({ parts }) => parts.map(([first]) => first!));
      const at = comparison.open.x[tree.node] ?? 0;
      const next = places.find((node) => comparison.open.x[node]! > at) ?? places[0];
      if (next === undefined) store.setState({ announcement: 'These rollouts do not part.' });
      else actions.selectNode(next);
    },
  };
}
