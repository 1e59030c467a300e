// Several rollouts of a problem, each a list of steps; `labels` has one value per rollout: outcomes, no step labels.

import * as v from 'valibot';
import { booleanOf, metaOf, present, textOf } from './fields';
import { joinSteps } from './givenSteps';
import { labelCountFault, recordFormat } from './recordFormat';

const Row = v.looseObject({
  question: v.string(),
  steps: v.array(v.array(v.string())),
  labels: v.array(v.unknown()),
});

export const rolloutStepsLabels = recordFormat({
  id: 'rollout-steps-labels',
  title: 'Rollouts as lists of steps',
  sign: v.pipe(
    Row,
    v.check(({ steps, labels }) => steps.length === labels.length && steps.length > 0),
  ),
  signs: '`steps` as lists of lists and `labels` of the outer length',
  keys: 3,
  row: Row,
  faultOf: ({ steps, labels }) =>
    steps.length === labels.length
      ? undefined
      : {
          ...labelCountFault(labels.length, steps.length),
          reason: `${labels.length} labels for ${steps.length} rollouts.`,
        },
  read(row) {
    const meta = metaOf(row, ['question', 'id', 'answer']);
    return {
      problem: {
        prompt: row.question,
        ...present({ fileId: textOf(row['id']), answer: textOf(row['answer']) }),
      },
      attempts: row.steps.map((steps, i) => ({
        ...joinSteps(steps),
        projection: 'steps@1',
        meta,
        ...present({ outcome: booleanOf(row.labels[i]) }),
      })),
    };
  },
});
