import type { PassageId } from '../core/identity';
import type { AppActions } from './actions';
import type { Parts } from './parts';
import type { ReaderOpener } from './readerSlice';
import type { ReaderSlice } from './state';

type ReaderActions = Pick<
  AppActions,
  'activate' | 'goToTrace' | 'toggleRaw' | 'toggleOpen' | 'copyStep' | 'showDrawer' | 'escape'
>;

const toggled = (set: ReadonlySet<PassageId>, id: PassageId): ReadonlySet<PassageId> => {
  const next = new Set(set);
  if (!next.delete(id)) next.add(id);
  return next;
};

/** What the reader does beside judging: moving, raw text, opening what is cut, one layer back. */
export function createReaderActions(parts: Parts, opener: ReaderOpener): ReaderActions {
  const { store } = parts;
  const patch = (change: (reader: ReaderSlice) => Partial<ReaderSlice>) =>
    store.setState(({ reader }) =>
      reader === undefined ? {} : { reader: { ...reader, ...change(reader) } },
    );

  return {
    activate: (step) => opener.activate(step),
    goToTrace(by) {
      const { reader, route } = store.getState();
      if (reader === undefined) return;
      if (reader.neighbours === undefined) {
        opener.holdKeys(
          opener.placed().then(() => {
            if (store.getState().reader?.neighbours !== undefined) parts.actions.goToTrace(by);
          }),
        );
        return;
      }
      const row = by > 0 ? reader.neighbours.next : reader.neighbours.previous;
      if (row === undefined) {
        const end =
          by > 0 ? 'This was the last trace of the table.' : 'This is the first trace of the table.';
        store.setState({ announcement: end, message: end });
        return;
      }
      parts.actions.navigate({
        screen: route.screen === 'tree' ? 'tree' : 'read',
        file: reader.open.file,
        row,
      });
    },
    toggleRaw: (step) =>
      patch((reader) => {
        if (step === 'all') return { rawAll: !reader.rawAll };
        const id = reader.steps[step]?.id;
        return id === undefined ? {} : { rawSteps: toggled(reader.rawSteps, id) };
      }),
    toggleOpen: (step) =>
      patch((reader) => {
        const id = reader.steps[step]?.id;
        return id === undefined ? {} : { openSteps: toggled(reader.openSteps, id) };
      }),
    copyStep() {
      const { reader } = store.getState();
      const step = reader?.steps[reader.active];
      if (reader === undefined || step === undefined) return;
      void parts.platform.copyText(reader.open.trace.raw.slice(step.start, step.end)).then((copied) =>
        store.setState({
          announcement: copied
            ? `Step ${step.index + 1} copied, as it stands in the file.`
            : 'Not copied: the browser refused. Select the text of the raw step (V) and copy it.',
        }),
      );
    },
    showDrawer: (drawer) => patch(() => ({ drawer, draft: undefined })),
    escape() {
      const { reader, route } = store.getState();
      if (reader?.mode === 'type') patch(() => ({ mode: 'read', typing: undefined }));
      else if (reader?.mode === 'cut') patch(() => ({ mode: 'read', cutAt: undefined }));
      else if (reader?.picking !== undefined) {
        opener.activate(reader.picking.from);
        patch(() => ({ mode: 'read', picking: undefined }));
      } else if (reader?.selection !== undefined) patch(() => ({ selection: undefined }));
      else if (reader?.find !== undefined) patch(() => ({ find: undefined }));
      else if (reader?.drawer !== undefined) patch(() => ({ drawer: undefined, draft: undefined }));
      else if (reader?.allCategories === true) patch(() => ({ allCategories: false }));
      else if (reader?.last !== undefined) patch(() => ({ last: undefined }));
      else if (route.screen === 'tree' || route.screen === 'compare') parts.actions.toggleTree();
    },
  };
}
