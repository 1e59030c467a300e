// A tree on its way from the worker to the page. Copying 100,000 strings and lists one by one takes the page
// longer than drawing them, so they travel as columns, and the memory of the columns is handed over.

import type { RolloutTree } from '../core/model';
import type { OpenTree } from './api';

/** One value a node where most nodes have none. */
type Sparse<T> = [node: number, value: T][];

type Columns = Omit<RolloutTree, 'text' | 'author' | 'rowsEndingAt'>;
export interface TreeParcel extends Omit<OpenTree, 'tree' | 'rowsAt' | 'answers'> {
  kind: 'tree';
  tree: Columns;
  /** All texts one behind the other, and where each ends. */
  text: string;
  textEnd: Int32Array;
  /** Place in `AUTHORS` of who wrote each node. */
  author: Uint8Array;
  /** In numbers of the file, for the tree's own column too. */
  rowsAt: Sparse<number[]>;
  answers?: Sparse<string>;
}

const AUTHORS = [undefined, 'model', 'human'] as const;

export function packTree({ tree, rowsAt, answers, ...open }: OpenTree): TreeParcel {
  const { text, author, rowsEndingAt: _, ...columns } = tree;
  let end = 0;
  return {
    kind: 'tree',
    ...open,
    tree: columns,
    text: text.join(''),
    textEnd: Int32Array.from(text, ({ length }) => (end += length)),
    author: Uint8Array.from(author, (who) => AUTHORS.indexOf(who)),
    rowsAt: sparse(rowsAt.map(unlessEmpty)),
    ...(answers === undefined ? {} : { answers: sparse(answers) }),
  };
}

export function unpackTree(parcel: TreeParcel): OpenTree {
  const { tree, text, textEnd, author, kind: _, answers, ...open } = parcel;
  const size = textEnd.length;
  const rowsAt = dense(parcel.rowsAt, size, NO_ROWS);
  return {
    ...open,
    tree: {
      ...tree,
      text: perNode(size, (node) => text.slice(node === 0 ? 0 : textEnd[node - 1], textEnd[node])),
      author: perNode(size, (node) => AUTHORS[author[node]!]),
      rowsEndingAt: rowsAt,
    },
    rowsAt,
    ...(answers === undefined ? {} : { answers: dense(answers, size, undefined) }),
  };
}

export const isParcel = (answer: unknown): answer is TreeParcel =>
  typeof answer === 'object' && answer !== null && 'kind' in answer && answer.kind === 'tree';

/** The memory that may be handed over: a tree is made anew for each question. */
export function parcelBuffers({ tree, passages, textEnd, author, through, counts, x, y }: TreeParcel) {
  const { parent, lead, chosenChild, terminal, order, values } = tree;
  const own = [parent, lead, chosenChild, terminal, order, textEnd, author, through, counts, x, y];
  const ofValues = values.flatMap(({ data, c, k }) => [data, c, k]);
  const columns = [...own, ...Object.values(passages), ...ofValues];
  return [...new Set(columns.flatMap((column) => (column === undefined ? [] : [column.buffer])))];
}

const NO_ROWS: number[] = [];
const unlessEmpty = (rows: number[]) => (rows.length === 0 ? undefined : rows);

function sparse<T>(column: readonly (T | undefined)[]): Sparse<T> {
  const known: Sparse<T> = [];
  for (const [node, value] of column.entries()) if (value !== undefined) known.push([node, value]);
  return known;
}

function dense<T, Rest>(known: Sparse<T>, size: number, rest: Rest): (T | Rest)[] {
  const column = perNode(size, (): T | Rest => rest);
  for (const [node, value] of known) column[node] = value;
  return column;
}

/** A plain loop: `Array.from` takes five times as long, and the first drawing waits for it. */
function perNode<T>(size: number, at: (node: number) => T): T[] {
  const column: T[] = [];
  for (let node = 0; node < size; node++) column.push(at(node));
  return column;
}
