import type { Policies, PolicyId } from '../../core/labels/export';

interface PolicyWords<P extends PolicyId> {
  title: string;
  options: readonly { value: Policies[P]; label: string }[];
  /** What others do; nothing is assumed. */
  elsewhere: string;
}

/** The questions as a person reads them. */
export const POLICY_WORDS: { readonly [P in PolicyId]: PolicyWords<P> } = {
  redundant: {
    title: 'Redundant steps',
    options: [
      { value: 'positive', label: '1, like correct' },
      { value: 'negative', label: '0, like erroneous' },
      { value: 'masked', label: '−100, masked' },
    ],
    elsewhere: 'TRL’s own PRM800K converter uses 0; ReasonEval counts them as valid. Nothing is assumed.',
  },
  afterFirstError: {
    title: 'After the first error',
    options: [
      { value: 'dropped', label: 'left out' },
      { value: 'masked', label: 'masked' },
      { value: 'own', label: 'own verdicts' },
      { value: 'negative', label: 'all 0' },
    ],
    elsewhere: 'PRM800K leaves them out, Math-Shepherd labels every step. Nothing is assumed.',
  },
  unjudged: {
    title: 'Not judged',
    options: [
      { value: 'masked', label: 'masked' },
      { value: 'refused', label: 'row refused' },
    ],
    elsewhere: 'Never counted as correct.',
  },
};
