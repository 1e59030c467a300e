// Plain text, Markdown too: the whole file is one trace without a problem.

import type { TraceFormat } from './format';

export const text: TraceFormat = {
  id: 'text',
  title: 'Plain text',
  guess: ({ container, records }) => {
    const isText = container.endsWith('text') && records.every((record) => typeof record === 'string');
    return {
      score: isText ? 1 : 0,
      certain: isText,
      because: isText ? 'it is text that is no JSON, CSV or event stream' : 'its records are not plain text',
      keys: 0,
    };
  },
  read(record) {
    if (typeof record !== 'string') {
      return {
        ok: false,
        fault: {
          kind: 'wrong-shape',
          reason: `The record is ${record === null ? 'null' : typeof record}, not text.`,
          remedy: 'Choose another format for the file.',
        },
      };
    }
    return {
      ok: true,
      value: [{ problem: { prompt: '' }, attempts: [{ raw: record, projection: 'plain@1' }] }],
    };
  },
};
