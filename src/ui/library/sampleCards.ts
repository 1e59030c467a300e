interface SampleCard {
  id: 'rollouts' | 'think' | 'tools';
  title: string;
  /** Stands so in the sample, but for the dollar signs around its maths. */
  quote: string;
  lang?: string;
  facts: string;
}

export const SAMPLE_CARDS: readonly SampleCard[] = [
  {
    id: 'rollouts',
    title: 'Eight rollouts and their tree',
    quote: 'Indeed every common multiple of 4 and 9 is a multiple of 6.',
    facts: 'maths · 8 traces · 73 steps',
  },
  {
    id: 'think',
    title: 'Long thinking, English and Chinese',
    quote: '等一下,这样对吗?这里算的是前 4 个球里三种颜色都出现的概率。',
    lang: 'zh',
    facts: 'think tags · 2 traces',
  },
  {
    id: 'tools',
    title: 'An assistant that calls tools',
    quote: 'On hand includes reserved units, so what counts is the difference.',
    facts: 'tool calls · 2 traces',
  },
];
