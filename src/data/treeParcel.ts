// A tree on its way from the worker to the page. Copying 100,000 strings and lists one by one takes the page
// longer than drawing them, so they travel as columns.

import type { RolloutTree } from '../core/model';
import type { OpenTree } from './api';

/** One value a node where most nodes have none. */
type Sparse<T> = [node: number, value: T][];

type Columns = Omit<RolloutTree, 'text' | 'author' | 'rowsEndingAt'>;
export interface TreeParcel extends Omit<OpenTree, 'tree' | 'rowsAt' | 'answers'> {
  tree: Columns;
  /** All texts one behind the other, and where each ends. */
  text: string;
  textEnd: Int32Array;
  author: Sparse<'model' | 'human'>;
  /** Rows that end at nodes, as the tree has them and as the file numbers them. */
  rowsEndingAt: Sparse<number[]>;
  rowsAt: Sparse<number[]>;
  answers?: Sparse<string>;
}

export function packTree({ tree, rowsAt, answers, ...open }: OpenTree): TreeParcel {
  const { text, author, rowsEndingAt, ...columns } = tree;
  let end = 0;
  return {
    ...open,
    tree: columns,
    text: text.join(''),
    textEnd: Int32Array.from(text, ({ length }) => (end += length)),
    author: sparse(author),
    rowsEndingAt: sparse(rowsEndingAt.map(unlessEmpty)),
    rowsAt: sparse(rowsAt.map(unlessEmpty)),
    ...(answers === undefined ? {} : { answers: sparse(answers) }),
  };
}

export function unpackTree(parcel: TreeParcel): OpenTree {
  const { tree, text, textEnd, author, rowsEndingAt, rowsAt, answers, ...open } = parcel;
  const size = textEnd.length;
  return {
    ...open,
    tree: {
      ...tree,
      text: Array.from(textEnd, (end, node) => text.slice(node === 0 ? 0 : textEnd[node - 1], end)),
      author: dense(author, size, undefined),
      rowsEndingAt: dense(rowsEndingAt, size, NO_ROWS),
    },
    rowsAt: dense(rowsAt, size, NO_ROWS),
    ...(answers === undefined ? {} : { answers: dense(answers, size, undefined) }),
  };
}

const NO_ROWS: number[] = [];
const unlessEmpty = (rows: number[]) => (rows.length === 0 ? undefined : rows);

function sparse<T>(column: readonly (T | undefined)[]): Sparse<T> {
  const known: Sparse<T> = [];
  for (const [node, value] of column.entries()) if (value !== undefined) known.push([node, value]);
  return known;
}

function dense<T, Rest>(known: Sparse<T>, size: number, rest: Rest): (T | Rest)[] {
  const column = Array.from({ length: size }, (): T | Rest => rest);
  for (const [node, value] of known) column[node] = value;
  return column;
}
