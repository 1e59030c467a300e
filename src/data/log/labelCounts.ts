// Counts over the whole log, for the storage report. A pass over all changes, kept up to date from then on.

import type { Change, Edit } from '../../core/model';
import type { ChangeReader } from './changeLog';

export interface LabelCounts {
  labelBytes: number;
  verdicts: number;
  comments: number;
  annotatedTexts: number;
}

/** What each passage and text was last said to be, whoever said it under whatever protocol. */
export class LabelCounter {
  private readonly reader: ChangeReader;
  private labelBytes = 0;
  private readonly verdicts = new Set<string>();
  private readonly comments = new Set<string>();
  private readonly texts = new Set<string>();
  private ready: Promise<void> | undefined;

  constructor(reader: ChangeReader) {
    this.reader = reader;
  }

  async counts(): Promise<LabelCounts> {
    await (this.ready ??= this.countAll());
    const { labelBytes, verdicts, comments, texts } = this;
    return { labelBytes, verdicts: verdicts.size, comments: comments.size, annotatedTexts: texts.size };
  }

  /** Before the first count there is nothing to keep up. */
  async add(changes: readonly Change[]): Promise<void> {
    if (this.ready === undefined) return;
    await this.ready;
    for (const change of changes) this.count(change);
  }

  private async countAll(): Promise<void> {
    for await (const batch of this.reader.batches()) {
      for (const change of batch.toSorted((a, b) => a.at - b.at || a.n - b.n)) this.count(change);
    }
  }

  private count(change: Change): void {
    this.labelBytes += JSON.stringify(change).length;
    const { annotator, protocol, pack, round } = change.scope;
    for (const edit of change.edits) this.apply(edit, `${annotator} ${protocol} ${pack} ${round}`);
  }

  private apply(edit: Edit, scope: string): void {
    if (edit.on === 'text') {
      if (edit.after === undefined) this.texts.delete(`${scope} ${edit.at}`);
      else this.texts.add(`${scope} ${edit.at}`);
    } else if (edit.on === 'passage') {
      const id = `${scope} ${edit.at.upTo}.${edit.at.start}`;
      setMember(this.verdicts, id, edit.after?.verdict !== undefined);
      setMember(this.comments, id, edit.after?.comment !== undefined);
    }
  }
}

function setMember(set: Set<string>, id: string, isMember: boolean): void {
  if (isMember) set.add(id);
  else set.delete(id);
}
