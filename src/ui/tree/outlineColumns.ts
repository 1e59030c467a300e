import type { Disagreement } from '../../core/tree';
import { pathWord } from './openTree';
import type { Scene } from './scene';

export interface OutlineColumn {
  id: 'step' | 'paths' | 'value' | 'advantage' | 'disagreement' | 'answer';
  title: string;
  /** Of the grid. */
  width: string;
  isNumber: boolean;
}

/** Only those with something to say of this tree. */
export function outlineColumns({ open, set }: Scene): OutlineColumn[] {
  const columns: OutlineColumn[] = [
    { id: 'step', title: 'Step', width: 'minmax(0, 1fr)', isNumber: false },
    { id: 'paths', title: pathWord(open) === 'path' ? 'Paths' : 'Rollouts', width: '64px', isNumber: true },
  ];
  if (set !== undefined) {
    columns.push(
      { id: 'value', title: set.name, width: '150px', isNumber: false },
      { id: 'advantage', title: 'Advantage', width: '80px', isNumber: true },
    );
  }
  if (set !== undefined || open.tree.given.length > 0) {
    columns.push({ id: 'disagreement', title: 'Disagreement', width: '140px', isNumber: false });
  }
  if (open.answers !== undefined) {
    columns.push({ id: 'answer', title: 'Answer', width: '96px', isNumber: true });
  }
  return columns;
}

export const DISAGREEMENT_WORDS: Record<Disagreement, string> = {
  annotators: 'annotators differ',
  'erroneous-without-drop': 'erroneous, no fall',
  'correct-at-largest-drop': 'correct, largest fall',
};
