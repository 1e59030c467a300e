import type { Change, Edit } from '../model';
import type { Annotations } from './annotations';
import { AnnotationsDraft } from './annotationsDraft';

export type Stamp = Pick<Change, 'writer' | 'n' | 'at'> & { command?: string };

function reverseEdit(edit: Edit): Edit | undefined {
  switch (edit.on) {
    case 'passage':
      return { ...edit, before: edit.after, after: edit.before };
    case 'text':
      return { ...edit, before: edit.after, after: edit.before };
    case 'split':
      return { ...edit, before: edit.after, after: edit.before };
    case 'cuts':
      return { ...edit, before: edit.after, after: edit.before };
    case 'preference':
      return { ...edit, before: edit.after, after: edit.before };
    case 'reveal':
      return undefined;
  }
}

const reverseEdits = (edits: readonly Edit[]): Edit[] =>
  edits
    .map(reverseEdit)
    .filter((edit) => edit !== undefined)
    .reverse();

/** A change that only reveals is logged and cannot be taken back. An undo whose edits were all skipped can. */
export function isReversible(change: Pick<Change, 'edits' | 'undoes'>): boolean {
  return change.undoes !== undefined || change.edits.some((edit) => edit.on !== 'reveal');
}

/** What undoing a change does to the state as it is now: an edit is taken back only where the value is still
 *  the one it left; `skipped` counts the others, to be said. */
export function planUndo(
  state: Annotations,
  change: Pick<Change, 'edits'>,
): { edits: Edit[]; skipped: number } {
  const draft = new AnnotationsDraft(state);
  const edits: Edit[] = [];
  let skipped = 0;
  for (const edit of reverseEdits(change.edits)) {
    if (draft.holdsBefore(edit)) {
      draft.write(edit);
      edits.push(edit);
    } else {
      skipped++;
    }
  }
  return { edits, skipped };
}

/** The change that takes `change` back (of an undo: the redo); undefined if it only reveals. `edits` are those
 *  of `planUndo`; write the change even when all were skipped, else undo would never get past it. */
export function reverse(
  change: Change,
  stamp: Stamp,
  edits: Edit[] = reverseEdits(change.edits),
): Change | undefined {
  if (!isReversible(change)) return undefined;
  // At one and the same millisecond the writer's name would decide: an undo comes after what it takes back.
  const after = stamp.writer === change.writer ? change.at : change.at + 1;
  return {
    writer: stamp.writer,
    n: stamp.n,
    at: Math.max(stamp.at, after),
    activeMs: 0,
    command: stamp.command ?? 'history.undo',
    scope: change.scope,
    problems: change.problems,
    edits,
    undoes: [change.writer, change.n],
    bare: change.bare,
    quotes: change.quotes,
  };
}
