// What names of fields suggest. A name alone decides nothing: the guess also looks at what the field holds.

/** Names that say nothing by themselves: then the object around them is meant. */
const GENERIC = new Set(['text', 'content', 'value', 'str', 'string', 'body', 'data']);

/** The last name of a path, or the one before it where the last says nothing. */
export function nameOf(path: string): string {
  const names = [...path.matchAll(/\["([^"]*)"\]|([^.[\]()*]+)/g)]
    .map(([, quoted, plain]) => quoted ?? plain ?? '')
    .filter((name) => name !== 'json' && !/^\d+$/.test(name));
  const last = names.at(-1) ?? '';
  return GENERIC.has(last.toLowerCase()) ? (names.at(-2) ?? last) : last;
}

/** `modelOutput_steps2` is model, output, steps. */
const wordsOf = (name: string): string[] =>
  name
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^\p{Letter}]+/u)
    .filter((word) => word !== '');

const singular = (word: string) => word.replace(/(?<=..)s$/, '');

/** 3: the name is one of the words, 2: it ends with one, 1: it holds one, 0: none. */
export function nameRank(path: string, words: ReadonlySet<string>): 0 | 1 | 2 | 3 {
  const parts = wordsOf(nameOf(path));
  const isWord = (word: string) => words.has(word) || words.has(singular(word));
  if (words.has(parts.join('_')) || (parts.length === 1 && isWord(parts[0]!))) return 3;
  if (isWord(parts.at(-1) ?? '')) return 2;
  return parts.some(isWord) ? 1 : 0;
}

const words = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/));

export const PROBLEM = words(
  'problem question prompt query input instruction task goal request puzzle exercise q user_prompt',
);
export const TRACE = words(
  `response output solution reasoning completion generation cot chain rationale trace thought thinking think
  prediction answer explanation derivation proof result reply message text code program`,
);
export const THINKING = words('thinking think reasoning thought cot rationale reasoning_content scratchpad');
export const RESPONSE = words('response answer output content completion final reply conclusion');
export const STEPS = words(
  'step reasoning chain process thought sentence line segment chunk move action stage cot',
);
export const ROLLOUTS = words(
  `response output sample completion generation gen solution rollout answer candidate attempt trial prediction try
  run trace beam hypothesis`,
);
export const COUNTED_ROLLOUTS = words(
  'sample rollout attempt trial epoch seed generation try candidate run response completion',
);
export const COUNTED_STEPS = words('step turn sentence line position chunk stage segment');
export const REFERENCE = words(
  'gold golden gt target reference ref ground_truth truth expected correct_answer groundtruth label_answer',
);
export const OWN_ANSWER = words('pred prediction predicted final extracted parsed model_answer own');
export const LABEL = words(
  `label rating verdict judgement judgment annotation grade mark y correct correctness ok valid validity quality human`,
);
export const ERROR = words(
  'error mistake wrong incorrect fault bad invalid erroneous flaw bug hallucination hallucinated',
);
export const FIRST = words('first label');
export const NO_LABEL = words(
  'final selected chosen terminal last tool id idx index number count len length num total token',
);
export const OUTCOME = words(
  'correct solved success successful passed pass is_correct score reward label ok acc accuracy right win outcome',
);
export const GENERATOR = words('model generator source sampler policy agent engine llm author');
export const CRITIQUE = words('critique reason comment explanation feedback why error_reason note');
export const CORRECTION = words('correction corrected rectified fix fixed revised');
export const OPTIONS = words('option choice');
export const IMAGES = words('image img picture figure image_path image_url');
export const VISITS = words('n visits visit count num_visits');
export const VALUE = words('q value v mc score mc_value estimate');
export const REWARD = words('reward r');
export const PRIOR = words('p prior prob probability logp');
export const TERMINAL = words('done terminal leaf is_terminal finished final end');
export const PARENT = words('parent parent_id parentid pid parents up prev parent_node');
export const CHILDREN = words('children child kids branches next expansions subtrees nodes');
export const NODE_TEXT = words('text state action step thought content prefix node move solution');
