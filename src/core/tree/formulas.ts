// Values that are computed, each with its formula and source, and only where all its inputs are there.

import type { RolloutTree, ValueSet } from '../model';
import { leafWeightedMean, omegaExploration, omegaPriority, valueAt } from './values';
import { childrenOf } from './walk';

export interface Formula {
  /** As it is written on the screen. */
  formula: string;
  /** What its letters are, and what it does not say. */
  meaning: string;
  source: string;
}
/** A value set that can be shown: the file's own, or one that is computed when it is chosen. */
export interface NamedValues {
  /** With its policy, unique in the list. */
  title: string;
  formula: Formula;
  values(): ValueSet;
}
type Tree = Pick<RolloutTree, 'parent' | 'text' | 'values'>;

const WILSON =
  'E. B. Wilson, Probable inference, the law of succession, and statistical inference, JASA 22 (1927)';

const GIVEN: Record<ValueSet['means'], Formula> = {
  mc: {
    formula: 'MC = c / k',
    meaning:
      'c of k rollouts from here ended right. Without c and k in the file there is no interval, and a leaf with 1.0 may never have been rolled out.',
    source: `Wang et al., Math-Shepherd (2024). Interval: ${WILSON}`,
  },
  v: { formula: 'V', meaning: 'A value of the state, as the file gives it.', source: 'The file' },
  q: {
    formula: 'Q',
    meaning:
      'The mean return of the search through here, on the scale the file declares. On −1 to 1 it is no probability.',
    source: 'The file',
  },
  prior: { formula: 'P', meaning: 'What the policy gave this step before the search.', source: 'The file' },
  visits: { formula: 'N', meaning: 'How often the search came through here.', source: 'The file' },
  reward: { formula: 'r', meaning: 'A reward, as the file gives it.', source: 'The file' },
};

const COMPUTED = {
  outcomes: {
    formula: 'c / k',
    meaning:
      'c of the k rollouts through here ended right. The bar is the 95 % interval: 0 of 8 still allows 0.32.',
    source: WILSON,
  },
  leaves: {
    formula: 'V(n) = mean of the outcomes of all leaves below n',
    meaning:
      'Each leaf counts once, however many rollouts end there. Unknown while one outcome below is unknown.',
    source: 'Hou et al., TreeRL: LLM Reinforcement Learning with On-Policy Tree Search (2025)',
  },
  ratio: {
    formula: 'MC(n) / MC(parent)',
    meaning: 'Progress of the step: below 1 the chance of a right end fell. Unknown where the parent has 0.',
    source: 'Zhao et al., GenPRM (2025), relative progress estimation',
  },
  share: {
    formula: 'N(n) / Σ N(siblings)',
    meaning: 'Which part of the visits to the siblings went here.',
    source:
      'Silver et al., Mastering the game of Go without human knowledge (2017), search policy with τ = 1',
  },
  puct: {
    formula: 'Q(n) + c · P(n) · √ΣN / (1 + N(n)),  c = 1',
    meaning: 'What the search maximises when it goes down; ΣN is the sum of the visits of the siblings.',
    source: 'Silver et al., Mastering the game of Go without human knowledge (2017)',
  },
  omega: {
    formula: 'α^(1 − MC) · β^(length / L) + c · √ΣN / (1 + N),  α 0.5, β 0.9, L 500, c 0.125',
    meaning:
      'Which state OmegaPRM would search next. Length: words from here to the nearest end below (the paper counts the tokens of one rollout).',
    source:
      'Luo et al., Improve Mathematical Reasoning in Language Models by Automated Process Supervision (2024), §3.3',
  },
} satisfies Record<string, Formula>;

const computedBy = ({ formula }: Formula) => `Stepmark: ${formula}`;

/** Every set of the tree, the file's first, then what can be computed from them. */
export function namedValues(tree: Tree): NamedValues[] {
  const { values } = tree;
  const given = values.map((set): NamedValues => ({
    title: set.policy === undefined ? set.name : `${set.name}, ${set.policy}`,
    formula: set.computedBy === undefined ? GIVEN[set.means] : COMPUTED.outcomes,
    values: () => set,
  }));
  return [...given, ...values.flatMap((set) => fromOne(tree, set)), ...fromSearch(tree)];
}

function fromOne(tree: Tree, set: ValueSet): NamedValues[] {
  if (set.on !== 'node') return [];
  const of = set.policy === undefined ? set.name : `${set.name}, ${set.policy}`;
  if (set.means === 'mc') {
    const sets = [named(`ratio to the previous step (${of})`, COMPUTED.ratio, 'v', () => ratio(tree, set))];
    if (set.computedBy !== undefined) {
      const range: [number, number] = [0, 1];
      const mean = () => leafWeightedMean(tree, set.data);
      sets.push(named('V, each leaf once', COMPUTED.leaves, 'v', mean, range));
    }
    return sets;
  }
  if (set.means === 'visits')
    return [named(`visit share (${of})`, COMPUTED.share, 'v', () => visitShare(tree, set), [0, 1])];
  return [];
}

/** The two priorities ask for visits of the same policy as the value. */
function fromSearch(tree: Tree): NamedValues[] {
  const find = (means: ValueSet['means'], policy: string | undefined) =>
    tree.values.find((set) => set.means === means && set.policy === policy);
  return tree.values.flatMap((set): NamedValues[] => {
    const visits = find('visits', set.policy);
    const prior = find('prior', set.policy);
    const of = set.policy === undefined ? '' : `, ${set.policy}`;
    if (visits === undefined) return [];
    if (set.means === 'q' && prior !== undefined)
      return [named(`PUCT${of}`, COMPUTED.puct, 'v', () => puct(tree, set, prior, visits))];
    if (set.means === 'mc')
      return [named(`OmegaPRM priority${of}`, COMPUTED.omega, 'v', () => omega(tree, set, visits))];
    return [];
  });
}

function named(
  title: string,
  formula: Formula,
  means: ValueSet['means'],
  compute: () => Float64Array,
  range?: [number, number],
): NamedValues {
  let known: ValueSet | undefined;
  const values = () =>
    (known ??= {
      name: title,
      on: 'node',
      means,
      data: compute(),
      computedBy: computedBy(formula),
      ...(range === undefined ? {} : { range }),
    });
  return { title, formula, values };
}

function ratio({ parent }: Tree, set: ValueSet): Float64Array {
  return Float64Array.from(parent, (up, node) => {
    const before = node === 0 ? undefined : valueAt(set, up);
    return before === undefined || before === 0 ? NaN : (valueAt(set, node) ?? NaN) / before;
  });
}

/** Visits of the siblings together, by their parent; NaN where one is not known. */
function visitsBelow(tree: Tree, visits: ValueSet): Float64Array {
  return Float64Array.from(tree.parent, (_, node) =>
    childrenOf(tree, node).reduce((sum, child) => sum + (visits.data[child] ?? NaN), 0),
  );
}

function visitShare(tree: Tree, visits: ValueSet): Float64Array {
  const below = visitsBelow(tree, visits);
  return Float64Array.from(tree.parent, (up, node) =>
    node === 0 || !(below[up]! > 0) ? NaN : visits.data[node]! / below[up]!,
  );
}

function puct(tree: Tree, q: ValueSet, prior: ValueSet, visits: ValueSet): Float64Array {
  const below = visitsBelow(tree, visits);
  return Float64Array.from(tree.parent, (up, node) =>
    node === 0 ? NaN : q.data[node]! + (prior.data[node]! * Math.sqrt(below[up]!)) / (1 + visits.data[node]!),
  );
}

function omega(tree: Tree, mc: ValueSet, visits: ValueSet): Float64Array {
  const rest = wordsToEnd(tree);
  const all = visits.data.reduce((sum, count) => sum + (Number.isNaN(count) ? 0 : count), 0);
  return Float64Array.from(
    tree.parent,
    (_, node) =>
      omegaPriority(valueAt(mc, node) ?? NaN, rest[node]!) + omegaExploration(visits.data[node]!, all),
  );
}

function wordsToEnd(tree: Tree): Float64Array {
  const rest = new Float64Array(tree.parent.length).fill(Infinity);
  for (let node = tree.parent.length - 1; node >= 0; node--) {
    if (childrenOf(tree, node).length === 0) rest[node] = 0;
    const up = tree.parent[node]!;
    const words = tree.text[node]!.split(/\s+/).filter(Boolean).length;
    if (up >= 0) rest[up] = Math.min(rest[up]!, rest[node]! + words);
  }
  return rest;
}
