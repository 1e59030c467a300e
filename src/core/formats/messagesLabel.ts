// KTO data as messages: the last turn of the assistant is the trace, the conversation before it the problem. Whether it
// was wanted is a preference for the whole trace, no outcome.
// Source: https://llamafactory.readthedocs.io (data preparation, KTO)

import * as v from 'valibot';
import { metaOf } from './fields';
import { givenLabel } from './givenLabels';
import { recordFormat } from './recordFormat';
import { answerAttempt, promptProblem } from './turns';

const Message = v.looseObject({ role: v.string() });

export const messagesLabel = recordFormat({
  id: 'messages-label',
  title: 'Messages with a label (KTO)',
  sign: v.looseObject({ messages: v.pipe(v.array(Message), v.minLength(1)), label: v.boolean() }),
  signs: '`messages` and a boolean `label`',
  keys: 2,
  row: v.looseObject({ messages: v.array(Message), label: v.unknown() }),
  read({ messages, label, ...rest }) {
    const last = messages.findLastIndex(({ role }) => role === 'assistant');
    const answer = messages[last];
    const preference = givenLabel({ source: 'label', origin: 'unknown' }, 'text', undefined, label);
    return {
      problem: promptProblem(last === -1 ? messages : messages.slice(0, last)),
      attempts: answer ? [{ ...answerAttempt(answer), labels: [preference], meta: metaOf(rest, []) }] : [],
    };
  },
});
