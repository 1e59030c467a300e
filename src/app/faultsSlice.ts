// The faults of the file on the open screen, a page at a time.

import type { Fault, FileKey } from '../core/model';
import type { AppActions } from './actions';
import type { Parts } from './parts';
import { selectOpenedFile } from './selectOpened';

/** Faults asked for at a time, and while they are saved. */
const FAULT_PAGE = 50;
const SAVE_PAGE = 2_000;

export interface FaultList extends Pick<AppActions, 'moreFaults' | 'saveFaults'> {
  /** The first page, and what came since. */
  show(file: FileKey): Promise<void>;
}

export function createFaultList({ store, data, platform }: Parts): FaultList {
  let isAsking = false;
  const known = (file: FileKey) => {
    const { faults } = store.getState();
    return faults?.file === file ? faults.list : [];
  };

  async function load(file: FileKey, upTo: number): Promise<void> {
    const list = known(file);
    if (isAsking || list.length >= upTo) return;
    isAsking = true;
    try {
      const { faults } = await data.faults(file, list.length, upTo - list.length);
      store.setState({ faults: { file, list: [...list, ...faults] } });
    } finally {
      isAsking = false;
    }
  }

  async function saveAll(file: FileKey, name: string): Promise<void> {
    const all: Fault[] = [];
    for (let total = Infinity; all.length < total;) {
      const page = await data.faults(file, all.length, SAVE_PAGE);
      all.push(...page.faults);
      total = page.faults.length === 0 ? all.length : page.total;
    }
    const lines = all.map((fault) => `${JSON.stringify(fault)}\n`).join('');
    platform.download(`${name}.faults.jsonl`, new Blob([lines], { type: 'application/jsonl' }));
  }

  return {
    show: (file) => load(file, FAULT_PAGE),
    moreFaults: () => {
      const file = selectOpenedFile(store.getState());
      if (file !== undefined) void load(file.key, known(file.key).length + FAULT_PAGE);
    },
    saveFaults: () => {
      const file = selectOpenedFile(store.getState());
      if (file !== undefined) void saveAll(file.key, file.name);
    },
  };
}
