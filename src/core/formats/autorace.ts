// AutoRace: one human word on a whole chain of reasoning, none on its steps. Steps begin "Step k - ".
// Source: https://github.com/maitrix-org/llm-reasoners (AutoRace)

import * as v from 'valibot';
import { booleanOf, metaOf, present, textOf } from './fields';
import { givenLabel, unknownValue } from './givenLabels';
import { headedLines } from './headedSteps';
import { recordFormat } from './recordFormat';

const HEADING = /^Step (\d+) - /;

export const autorace = recordFormat({
  id: 'autorace',
  title: 'AutoRace',
  sign: v.looseObject({ reasoning_chain: v.string(), human_label: v.union([v.boolean(), v.number()]) }),
  signs: '`reasoning_chain` and `human_label`',
  keys: 2,
  row: v.looseObject({ question: v.string(), reasoning_chain: v.string() }),
  read(row) {
    const raw = row.reasoning_chain;
    const said = row['human_label'];
    const isCorrect = booleanOf(said);
    const from = { source: 'human_label', origin: 'human' as const };
    return {
      problem: { prompt: row.question, ...present({ answer: textOf(row['answer']) }) },
      attempts: [
        {
          raw,
          projection: 'plain@1',
          given: headedLines(raw, HEADING).map(({ start, end }) => ({ start, end })),
          labels:
            isCorrect === undefined
              ? []
              : [givenLabel(from, 'text', isCorrect ? 'correct' : 'erroneous', said)],
          meta: metaOf(row, ['question', 'reasoning_chain', 'answer', 'human_label']),
        },
      ],
      warnings: isCorrect === undefined ? [unknownValue('human_label', said)] : [],
    };
  },
});
