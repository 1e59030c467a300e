// Saying which field of a file is what. Every correction is tried at once on the file's first records.

import type { Mapping } from '../../core/model';
import type { OpenInput } from '../../data/api';
import type { MappingActions } from '../actions';
import { wordsOf, type Parts } from '../parts';
import { selectOpenedFile } from '../selectOpened';
import type { MappingSlice } from '../state';

/** Typing is not tried letter by letter. */
const TRY_AFTER_MS = 200;

interface MappingEditor {
  actions: MappingActions;
  /** `imported`: in place of a guess. */
  start(input: OpenInput, imported?: Mapping): Promise<void>;
}

export function createMappingEditor(
  { store, data, platform }: Parts,
  read: (input: OpenInput, how: { mapping: Mapping }) => Promise<void>,
): MappingEditor {
  let input: OpenInput | undefined;
  let tries = 0;

  const patch = (change: Partial<MappingSlice>) =>
    store.setState(({ mapping }) => (mapping === undefined ? {} : { mapping: { ...mapping, ...change } }));
  const mappingNow = () => store.getState().mapping?.mapping;

  async function tryOut(): Promise<void> {
    const mapping = mappingNow();
    if (mapping === undefined) return;
    const mine = ++tries;
    try {
      const preview = await data.previewMapping(mapping);
      if (mine === tries) patch({ preview, isTrying: false, failed: undefined });
    } catch (error) {
      if (mine === tries) patch({ failed: wordsOf(error), isTrying: false });
    }
  }

  async function start(from: OpenInput, imported?: Mapping): Promise<void> {
    input = from;
    const { route } = store.getState();
    const file = route.screen === 'open' ? route.file : undefined;
    store.setState({ mapping: { name: from.name, file, isTrying: true } });
    try {
      const [draft, saved] = await Promise.all([data.draftMapping([from]), data.mappings()]);
      // What it was opened with goes on being corrected, under its own name if it has been saved.
      const before = selectOpenedFile(store.getState())?.mapping;
      const isSaved = saved.some(({ name }) => name === before?.name);
      const own = isSaved ? before : undefined;
      patch({ draft, saved, mapping: imported ?? own ?? draft.mapping });
      await tryOut();
    } catch (error) {
      patch({ failed: wordsOf(error), isTrying: false });
    }
  }

  function changeMapping(mapping: Mapping): void {
    patch({ mapping, isTrying: true, isSaved: false });
    platform.later('mapping', TRY_AFTER_MS, () => void tryOut());
  }

  /** false: it is wrong, which the preview says. */
  async function saveMapping(): Promise<boolean> {
    const mapping = mappingNow();
    if (mapping === undefined || (await data.checkMapping(mapping)) !== undefined) return false;
    await data.saveMapping(mapping);
    patch({ saved: await data.mappings(), isSaved: true });
    return true;
  }

  async function openWithMapping(): Promise<void> {
    const mapping = mappingNow();
    if (mapping === undefined || input === undefined || !(await saveMapping())) return;
    store.setState({ mapping: undefined });
    await read(input, { mapping });
  }

  const actions: MappingActions = {
    changeMapping,
    saveMapping: () => void saveMapping(),
    openWithMapping: () => void openWithMapping(),
    exportMapping: () => {
      const mapping = mappingNow();
      if (mapping === undefined) return;
      const json = `${JSON.stringify(mapping, null, 2)}\n`;
      platform.download(`${mapping.name}.mapping.json`, new Blob([json], { type: 'application/json' }));
    },
    forgetMapping: (name) =>
      void data.forgetMapping(name).then(async () => patch({ saved: await data.mappings() })),
    leaveMapping: () => store.setState({ mapping: undefined }),
  };
  return { start, actions };
}
