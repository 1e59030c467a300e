// MM-PRM (MM-K12 with step scores): a person's turn holds question and process, each step closed by `<prm>`; the
// model's turn is a list of scores. Source: https://huggingface.co/datasets/Cierra0506/MM-PRM

import * as v from 'valibot';
import { PrefixHash } from '../identity';
import { metaOf, numberOf, present, textOf } from './fields';
import { markedSteps } from './markedSteps';
import { labelCountFault, recordFormat } from './recordFormat';

const MARKER = '<prm>';
const PROCESS = /\bProcess:\s*/;
const Turn = v.looseObject({ from: v.string(), value: v.pipe(v.string(), v.includes(MARKER)) });
const Scores = v.looseObject({ from: v.string(), value: v.array(v.unknown()) });
const Row = v.looseObject({ conversations: v.tuple([Turn, Scores]) });

/** Where the process begins and how long its heading is; without a heading all is process. */
function splitProcess(text: string): { prompt: string; raw: string } {
  const heading = PROCESS.exec(text);
  if (!heading) return { prompt: '', raw: text };
  const prompt = text.slice(0, heading.index).replace(/^\s*Question:\s*/, '');
  return { prompt: prompt.trim(), raw: text.slice(heading.index + heading[0].length) };
}

const markersIn = (text: string) => text.split(MARKER).length - 1;

export const mmPrm = recordFormat({
  id: 'mm-prm',
  title: 'MM-PRM',
  sign: Row,
  signs: '`<prm>` in the first turn and a list of scores in the second',
  keys: 3,
  row: Row,
  faultOf({ conversations: [asked, scored] }) {
    const steps = markersIn(asked.value);
    return scored.value.length === steps ? undefined : labelCountFault(scored.value.length, steps);
  },
  read(row) {
    const [asked, scored] = row.conversations;
    const { prompt, raw } = splitProcess(asked.value);
    const given = markedSteps(raw, MARKER).map(({ start, end }) => ({ start, end }));
    const image = textOf(row['image']);
    const hash = image === undefined ? '' : new PrefixHash().update(image).key();
    return {
      problem: {
        prompt,
        ...present({
          assets: image === undefined ? undefined : [{ hash, mime: 'image/*', remoteUrl: image }],
        }),
      },
      attempts: [
        {
          raw,
          projection: 'plain@1',
          given,
          scores: scored.value.flatMap((score, i) => {
            const value = numberOf(score);
            return value === undefined || !given[i] ? [] : [{ source: 'prm', on: given[i], value }];
          }),
          meta: metaOf(row, ['image']),
        },
      ],
    };
  },
});
