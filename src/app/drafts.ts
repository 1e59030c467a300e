// What was typed and not kept. It is written down each second, so that a crash costs a second of it, and offered
// when a trace is open again.

import type { PassageId } from '../core/identity';
import type { FileKey } from '../core/model';
import type { Parts } from './parts';

export interface Draft {
  what: 'comment' | 'rewrite';
  passage: PassageId;
  file: FileKey;
  row: number;
  text: string;
}

const SETTING = 'drafts';
const SAVE_MS = 1000;
const isOf = (a: Draft, b: Pick<Draft, 'what' | 'passage'>) => a.what === b.what && a.passage === b.passage;

export class Drafts {
  private readonly parts: Parts;

  constructor(parts: Parts) {
    this.parts = parts;
    void this.read().then((drafts) => {
      if (drafts.length > 0) parts.store.setState({ drafts });
    });
  }

  /** Written a second after the last letter. */
  keep(draft: Draft): void {
    this.parts.platform.later('draft', SAVE_MS, () => void this.write((all) => [...all, draft], draft));
  }

  /** It became a change, or is not wanted. */
  drop(draft: Pick<Draft, 'what' | 'passage'>): void {
    const { store, platform } = this.parts;
    platform.later('draft', 0, () => void this.write((all) => all, draft));
    store.setState(({ drafts }) => ({ drafts: drafts?.filter((one) => !isOf(one, draft)) }));
  }

  // Another tab may have written drafts of its own meanwhile.
  private async write(
    add: (others: Draft[]) => Draft[],
    draft: Pick<Draft, 'what' | 'passage'>,
  ): Promise<void> {
    const others = (await this.read()).filter((one) => !isOf(one, draft));
    await this.parts.data.saveSetting(SETTING, add(others));
  }

  private async read(): Promise<Draft[]> {
    return ((await this.parts.data.setting(SETTING)) as Draft[] | undefined) ?? [];
  }
}
