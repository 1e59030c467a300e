// The side of a thread that reads records: message plumbing, nothing else.

import { buffersOf, readPacked, readPiece } from '../index';
import type { IndexPart, ReadingRules } from '../index';
import { PLATFORM, readingRules, rowReader } from '../library';
import type { RowReader } from '../library';
import type { FromReader, ReaderCalls, ToReader } from './readerMessages';

type Part = Exclude<ToReader, { kind: 'rules' }>;
type Answer = [answer: ReaderCalls[Part['kind']]['answer'], buffers: ArrayBuffer[]];

export function answerParts(post: (message: FromReader, buffers: ArrayBuffer[]) => void) {
  let rules: ReadingRules | undefined;
  let readRows: RowReader | undefined;

  async function answerTo(message: Part): Promise<Answer> {
    if (rules === undefined || readRows === undefined)
      throw new Error('The format of the file is not known here.');
    if (message.kind === 'records') return withBuffers(readPacked(rules, message.part, PLATFORM));
    if (message.kind === 'lines') {
      const read = readPiece(rules, message.part, PLATFORM);
      const { part, startBytes, sizeBytes, lines } = read;
      const found = [startBytes, sizeBytes, lines].map(({ buffer }) => buffer);
      return [read, [...buffersOf(part), ...found, read.buffer]];
    }
    const read = await readRows(message.part);
    return [read, 'part' in read ? buffersOf(read.part) : []];
  }

  return async (message: ToReader): Promise<void> => {
    if (message.kind === 'rules') {
      rules = readingRules(message.rules);
      readRows = rowReader(rules, message.rules.blob);
      return;
    }
    const { id } = message;
    try {
      const [answer, buffers] = await answerTo(message);
      post({ id, kind: 'answer', answer }, buffers);
    } catch (error) {
      post({ id, kind: 'failed', message: error instanceof Error ? error.message : String(error) }, []);
    }
  };
}

const withBuffers = (part: IndexPart): Answer => [part, buffersOf(part)];
