// Alpaca: an instruction, an input that may be empty, the output. Earlier rounds (`history`, pairs) stand before the
// instruction.
// Source: https://github.com/tatsu-lab/stanford_alpaca, https://llamafactory.readthedocs.io (data preparation)

import * as v from 'valibot';
import { metaOf, present, textOf } from './fields';
import { recordFormat } from './recordFormat';

const Row = v.looseObject({ instruction: v.string(), output: v.string() });

const textsOf = (value: unknown): string[] =>
  Array.isArray(value) ? value.flat().filter((text): text is string => typeof text === 'string') : [];

export const alpaca = recordFormat({
  id: 'alpaca',
  title: 'Alpaca',
  sign: Row,
  signs: '`instruction` and `output`',
  keys: 2,
  row: Row,
  read(row) {
    const input = textOf(row['input']) ?? '';
    const pieces = [...textsOf(row['history']), row.instruction, input];
    const system = textOf(row['system']);
    return {
      problem: {
        prompt: pieces.filter((piece) => piece !== '').join('\n\n'),
        ...present({ system: system === '' ? undefined : system }),
      },
      attempts: [
        {
          raw: row.output,
          projection: 'plain@1',
          meta: metaOf(row, ['instruction', 'input', 'output', 'system']),
        },
      ],
    };
  },
});
