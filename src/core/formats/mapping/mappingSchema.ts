// What a mapping may say (formats.md §4.1). Untrusted: people write, edit and share these files.

import * as v from 'valibot';
import type { Result } from '../../model';
import type { RecordFault } from '../format';
import { isPath } from './paths';

const PathText = v.pipe(
  v.string(),
  v.check((path: string) => isPath(path), 'must be a path like a.b[*].c'),
);
const AnyPath = v.union([PathText, v.array(PathText)]);
const Values = v.array(v.union([v.string(), v.number(), v.boolean(), v.null()]));
const Optional = v.optional(AnyPath);

const Problem = v.object({
  text: Optional,
  key: Optional,
  answer: Optional,
  solution: Optional,
  options: Optional,
  images: Optional,
});
const Trace = v.union([
  v.object({ steps: AnyPath, join: v.optional(v.string(), '\n\n') }),
  v.object({ turns: AnyPath, role: Optional, content: Optional, thinking: Optional }),
  v.object({ stepPerRow: AnyPath, join: v.optional(v.string(), '\n\n') }),
  v.object({ text: AnyPath, marker: v.optional(v.string()), from: v.optional(v.string()) }),
]);
const Outcome = v.object({ path: AnyPath, true: v.optional(Values), false: v.optional(Values) });
const Verdict = v.picklist(['correct', 'redundant', 'erroneous', 'unjudged']);
const Labels = v.object({
  kind: v.picklist(['perStep', 'firstError', 'errorList', 'byKey', 'trace']),
  path: AnyPath,
  base: v.optional(v.picklist([0, 1]), 0),
  none: v.optional(Values, [-1, null, 'N/A']),
  table: v.optional(v.record(v.string(), Verdict)),
  rest: v.optional(v.picklist(['correct', 'unjudged'])),
  origin: v.optional(v.picklist(['human', 'model', 'rule', 'unknown']), 'unknown'),
});
const Score = v.object({
  name: v.string(),
  path: AnyPath,
  at: v.optional(v.picklist(['step', 'trace', 'node', 'token']), 'trace'),
});
const Tree = v.object({
  root: Optional,
  children: Optional,
  nodes: Optional,
  id: Optional,
  parent: Optional,
  prefix: Optional,
  path: Optional,
  text: Optional,
  textIs: v.optional(v.picklist(['own', 'prefix']), 'own'),
  visits: Optional,
  value: Optional,
  c: Optional,
  k: Optional,
  prior: Optional,
  reward: Optional,
  terminal: Optional,
  outcome: Optional,
});

const MappingShape = v.looseObject({
  stepmarkMapping: v.literal(1),
  name: v.optional(v.string(), 'mapping'),
  rows: v.optional(v.string(), '$[*]'),
  problem: v.optional(Problem, {}),
  rollouts: v.optional(v.object({ each: Optional, groupBy: Optional })),
  trace: v.optional(Trace),
  generator: Optional,
  ownAnswer: Optional,
  outcome: v.optional(Outcome),
  labels: v.optional(Labels),
  critique: Optional,
  correction: Optional,
  scores: v.optional(v.array(Score), []),
  pair: v.optional(v.object({ a: AnyPath, b: AnyPath, preferred: v.optional(v.string(), 'a') })),
  tree: v.optional(Tree),
  meta: v.optional(v.array(PathText), []),
});

export type CheckedMapping = v.InferOutput<typeof MappingShape>;
export type LabelMapping = v.InferOutput<typeof Labels>;
export type TraceMapping = v.InferOutput<typeof Trace>;
export type TreeMapping = v.InferOutput<typeof Tree>;

/** A mapping that says what a trace is, or a fault naming the first field that does not fit. */
export function readMapping(value: unknown): Result<CheckedMapping, RecordFault> {
  const checked = v.safeParse(MappingShape, value, { abortEarly: true });
  if (!checked.success) {
    const remedy = 'Fix this field of the mapping.';
    return { ok: false, fault: { kind: 'wrong-mapping', reason: reasonOf(checked.issues[0]), remedy } };
  }
  const { trace, tree, pair, problem } = checked.output;
  if (trace || tree || pair || problem.text !== undefined) return { ok: true, value: checked.output };
  return {
    ok: false,
    fault: {
      kind: 'wrong-mapping',
      reason: 'The mapping names neither a trace nor a tree, a pair or a problem.',
      remedy: 'Say which field holds the trace.',
    },
  };
}

/** Of the shapes that a field may have, the one that fits longest says what is wrong in it. `outer`: where the field
 *  lies; paths of inner issues begin there. */
function reasonOf(issue: v.BaseIssue<unknown>, outer = ''): string {
  const where = [outer, v.getDotPath(issue) ?? ''].filter((part) => part !== '').join('.');
  const inner = (issue.issues ?? []).filter(({ received }) => received !== 'undefined');
  const depth = (one: v.BaseIssue<unknown>) => one.path?.length ?? 0;
  const [deepest] = inner.toSorted((a, b) => depth(b) - depth(a));
  if (deepest) return reasonOf(deepest, where);
  const says =
    issue.type === 'check'
      ? `${JSON.stringify(issue.input)} ${issue.message}.`
      : `expected ${issue.expected ?? 'another value'}, found ${issue.received}.`;
  return `${where === '' ? 'The mapping' : `\`${where}\``}: ${says}`;
}
