// The ways in which files carry an image, each as a small file of its own: a 1×1 png in the problem or in the trace,
// and one that lies elsewhere.

import { strToU8, zipSync } from 'fflate';

const PNG =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
export const DATA_URL = `data:image/png;base64,${PNG}`;
export const REMOTE = 'https://example.org/far.png';

const byAddress = (url: string) => ({ type: 'image_url', image_url: { url } });
const bySource = (source: object) => ({ type: 'image', source });
const inBase64 = { type: 'base64', media_type: 'image/png', data: PNG };
const line = (record: object) => `${JSON.stringify(record)}\n`;
const said = (role: string, content: unknown) => ({ role, content });
const text = (words: string) => ({ type: 'text', text: words });

/** `image_url` parts: one in the question, one in an answer of a tool, one elsewhere. */
export const AS_MESSAGES = line({
  messages: [
    said('user', [text('What is drawn?'), byAddress(DATA_URL)]),
    said('assistant', 'I look closer.'),
    said('tool', [text('Enlarged:'), byAddress(DATA_URL)]),
    said('assistant', [text('And another one:'), byAddress(REMOTE), text('A red dot.')]),
  ],
});

const asClaude = line({
  messages: [
    said('user', [bySource(inBase64), text('What is drawn?')]),
    said('assistant', [{ type: 'tool_use', id: 't', name: 'zoom', input: {} }]),
    said('user', [{ type: 'tool_result', tool_use_id: 't', content: [bySource(inBase64)] }]),
    said('assistant', [bySource({ type: 'url', url: REMOTE }), text('A red dot.')]),
  ],
});

const gemini = (first: object, second: object) =>
  JSON.stringify({
    candidates: [
      {
        content: { role: 'model', parts: [{ text: 'Drawn: ' }, first, { text: 'And: ' }, second] },
        finishReason: 'STOP',
        index: 0,
      },
    ],
    modelVersion: 'gemini-x',
    responseId: 'r',
  });

/** Inspect keeps the image apart and names it by its hash. */
function asInspectLog(): Blob {
  const image = (at: string) => ({ type: 'image', image: at, detail: 'auto' });
  const asked = [{ ...said('user', [text('What is drawn?'), image('attachment://ab12')]), source: 'input' }];
  const sample = {
    id: 'a',
    epoch: 1,
    input: asked,
    target: 'dot',
    messages: [...asked, said('assistant', [text('Mine:'), image('attachment://ab12'), image(REMOTE)])],
    output: { model: 'm', choices: [] },
    scores: {},
    attachments: { ab12: DATA_URL },
  };
  const log = { version: 2, status: 'success', eval: { model: 'm' } };
  const json = (value: object) => strToU8(JSON.stringify(value));
  return new Blob([zipSync({ 'samples/a_epoch_1.json': json(sample), 'header.json': json(log) }).slice()]);
}

interface Pictured {
  what: string;
  format: string;
  file: Blob;
  /** Addresses of the images of the problem and of the trace, in their order. */
  inProblem: string[];
  inTrace: string[];
}
export const PICTURED: Pictured[] = [
  {
    what: 'image_url parts',
    format: 'messages',
    file: new Blob([AS_MESSAGES]),
    inProblem: [DATA_URL],
    inTrace: [DATA_URL, REMOTE],
  },
  {
    what: 'base64 and url sources, in a tool result too',
    format: 'messages',
    file: new Blob([asClaude]),
    inProblem: [DATA_URL],
    inTrace: [DATA_URL, REMOTE],
  },
  {
    what: 'inlineData and fileData',
    format: 'google-gemini',
    file: new Blob([
      gemini(
        { inlineData: { mimeType: 'image/png', data: PNG } },
        { fileData: { mimeType: 'image/png', fileUri: REMOTE } },
      ),
    ]),
    inProblem: [],
    inTrace: [DATA_URL, REMOTE],
  },
  {
    what: 'inline_data and file_data',
    format: 'google-gemini',
    file: new Blob([
      gemini(
        { inline_data: { mime_type: 'image/png', data: PNG } },
        { file_data: { mime_type: 'image/png', file_uri: REMOTE } },
      ),
    ]),
    inProblem: [],
    inTrace: [DATA_URL, REMOTE],
  },
  {
    what: 'attachments of an Inspect zip',
    format: 'inspect-eval',
    file: asInspectLog(),
    inProblem: [DATA_URL],
    inTrace: [DATA_URL, REMOTE],
  },
];
