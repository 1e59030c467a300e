// OpenRLHF's process reward data: Math-Shepherd's marked text, with the values in a list of their own. Signs are
// labels of a model, numbers its scores. Spec: https://github.com/OpenRLHF/OpenRLHF (train_prm)

import * as v from 'valibot';
import type { Verdict } from '../model';
import { metaOf, numberOf } from './fields';
import { givenLabel, unknownValue } from './givenLabels';
import { markedProblem, markedSteps, STEP_MARKER } from './markedSteps';
import { labelCountFault, recordFormat } from './recordFormat';

const SIGNS = new Map<unknown, Verdict>([
  ['+', 'correct'],
  ['-', 'erroneous'],
]);
const Row = v.looseObject({ input: v.string(), value: v.array(v.unknown()) });
const markersIn = (text: string) => text.split(STEP_MARKER).length - 1;

export const openrlhfPrm = recordFormat({
  id: 'openrlhf-prm',
  title: 'OpenRLHF process rewards',
  sign: v.looseObject({
    input: v.pipe(v.string(), v.includes(STEP_MARKER)),
    value: v.array(v.union([v.string(), v.number()])),
  }),
  signs: `"${STEP_MARKER}" in \`input\` and a list \`value\``,
  keys: 2,
  row: Row,
  faultOf: ({ input, value }) =>
    value.length === markersIn(input) ? undefined : labelCountFault(value.length, markersIn(input)),
  read(row) {
    const { prompt, rawStart, warnings } = markedProblem(row.input, STEP_MARKER);
    const raw = row.input.slice(rawStart);
    const given = markedSteps(raw, STEP_MARKER).map(({ start, end }) => ({ start, end }));
    const valued = row.value.flatMap((value, i) => (given[i] ? [{ value, on: given[i] }] : []));
    const isKnown = (value: unknown) => SIGNS.has(value) || numberOf(value) !== undefined;
    for (const { value } of valued) if (!isKnown(value)) warnings.push(unknownValue('value', value));
    return {
      problem: { prompt },
      attempts: [
        {
          raw,
          projection: 'plain@1',
          given,
          labels: valued.flatMap(({ value, on }) => {
            const verdict = SIGNS.get(value);
            return verdict ? [givenLabel({ source: 'value', origin: 'model' }, on, verdict, value)] : [];
          }),
          scores: valued.flatMap(({ value, on }) =>
            typeof value === 'number' ? [{ source: 'value', on, value }] : [],
          ),
          meta: metaOf(row, ['input']),
        },
      ],
      warnings,
    };
  },
});
