// Other steps: a strategy for many traces, cuts and joins by hand. Nothing here rewrites what was said, but for
// the labels of the very steps that are cut or joined.

import type { Edit, SplitTarget } from '../core/model';
import type { AppActions } from './actions';
import { cutPlaces } from './cutPlaces';
import type { Parts } from './parts';
import { planCut, planJoin, type Planned } from './planCuts';
import { selectPreview } from './previewSplit';
import type { AppState, ReaderSlice } from './state';

export type SplittingActions = Pick<
  AppActions,
  'chooseSplit' | 'tryOutSplit' | 'startCut' | 'moveCut' | 'pointCut' | 'cutHere' | 'mergeWithPrevious'
>;

export function createSplitting(parts: Parts): SplittingActions {
  const { store, recorder } = parts;
  const patch = (change: Partial<ReaderSlice>) =>
    store.setState(({ reader }) => (reader === undefined ? {} : { reader: { ...reader, ...change } }));
  const say = (message: string) => store.setState({ announcement: message, message });

  function record(command: string, { open }: ReaderSlice, planned: Planned, announce: string): boolean {
    if (!planned.ok) say(planned.fault);
    else {
      const { raw } = open.trace;
      recorder.record({ command, edits: planned.value, problems: [open.problem.key], raw, announce });
    }
    return planned.ok;
  }

  return {
    chooseSplit(strategy, scope) {
      const { reader, annotation } = store.getState();
      if (reader === undefined) return;
      const { file, problem } = reader.open;
      const of: SplitTarget = { problem: problem.key, file, default: 'default' as const }[scope];
      const { splits } = annotation.annotations;
      const edits: Edit[] = [{ on: 'split', of, before: splits.get(of), after: strategy }];
      // The problem's own choice would hide that of the file, and both that of all files.
      const narrower: SplitTarget[] = { problem: [], file: [problem.key], default: [problem.key, file] }[
        scope
      ];
      for (const target of narrower) {
        const hidden = splits.get(target);
        if (hidden !== undefined) edits.push({ on: 'split', of: target, before: hidden, after: undefined });
      }
      const problems = edits.flatMap((edit) => (edit.on === 'split' ? [edit.of] : []));
      patch({ draft: undefined });
      recorder.record({ command: 'split.choose', edits, problems });
      const { reader: now } = store.getState();
      store.setState({ announcement: `Split into ${now?.steps.length ?? 0} steps, saved.` });
    },

    tryOutSplit(strategy) {
      patch({ draft: strategy });
      const preview = selectPreview(store.getState());
      if (preview !== undefined)
        store.setState({ announcement: `It would be ${preview.ranges.length} steps.` });
    },

    startCut() {
      const { reader } = store.getState();
      if (reader === undefined) return;
      const words = cutPlaces(reader, 'word');
      const cutAt = cutPlaces(reader, 'sentence')[0] ?? words[0];
      if (cutAt === undefined) say('This step is one word: there is nothing to cut.');
      else {
        patch({ mode: 'cut', cutAt });
        store.setState({ announcement: announceCut(store.getState(), cutAt) });
      }
    },
    moveCut(by, over) {
      const { reader } = store.getState();
      if (reader?.cutAt === undefined) return;
      const from = reader.cutAt;
      const places = cutPlaces(reader, over);
      const to = by > 0 ? places.find((at) => at > from) : places.findLast((at) => at < from);
      if (to === undefined) return;
      patch({ cutAt: to });
      store.setState({ announcement: announceCut(store.getState(), to) });
    },
    pointCut(at) {
      const { reader } = store.getState();
      if (reader?.mode !== 'cut') return;
      const places = cutPlaces(reader, 'word');
      const nearest = places.toSorted((a, b) => Math.abs(a - at) - Math.abs(b - at))[0];
      if (nearest === undefined) return;
      patch({ cutAt: nearest });
      store.setState({ announcement: announceCut(store.getState(), nearest) });
    },
    cutHere() {
      const { reader, annotation } = store.getState();
      const step = reader?.steps[reader.active];
      if (reader?.cutAt === undefined || step === undefined) return;
      const planned = planCut(reader, annotation.annotations, step, reader.cutAt);
      patch({ mode: 'read', cutAt: undefined });
      record('split.cut', reader, planned, `Step ${step.index + 1} cut in two, saved.`);
    },
    mergeWithPrevious() {
      const { reader, annotation } = store.getState();
      const second = reader?.steps[reader.active];
      const first = reader?.steps[reader.active - 1];
      if (reader === undefined || second === undefined) return;
      if (first === undefined) return say('The first step has none before it to be joined with.');
      const planned = planJoin(reader, annotation.annotations, first, second);
      record('split.join', reader, planned, `Joined with step ${first.index + 1}, saved.`);
    },
  };
}

function announceCut({ reader }: AppState, at: number): string {
  const step = reader?.steps[reader.active];
  if (reader === undefined || step === undefined) return '';
  const { raw } = reader.open.trace;
  return `Cut before “${raw.slice(at, Math.min(step.end, at + 40))}”`;
}
