// The side of a thread that reads records: message plumbing, nothing else.

import { buffersOf, readPacked, readPiece } from '../index';
import type { ReadingRules } from '../index';
import { PLATFORM, readingRules } from '../library';
import type { FromReader, ToReader } from './readerMessages';

export function answerParts(post: (message: FromReader, buffers: ArrayBuffer[]) => void) {
  let rules: ReadingRules | undefined;
  return (message: ToReader): void => {
    if (message.kind === 'rules') {
      rules = readingRules(message.rules);
      return;
    }
    const { id } = message;
    try {
      if (rules === undefined) throw new Error('The format of the file is not known here.');
      if (message.kind === 'records') {
        const answer = readPacked(rules, message.part, PLATFORM);
        post({ id, kind: 'answer', answer }, buffersOf(answer));
      } else {
        const answer = readPiece(rules, message.part, PLATFORM);
        const { startBytes, sizeBytes, lines } = answer;
        const found = [startBytes, sizeBytes, lines].map(({ buffer }) => buffer);
        post({ id, kind: 'answer', answer }, [...buffersOf(answer.part), ...found, answer.buffer]);
      }
    } catch (error) {
      post({ id, kind: 'failed', message: error instanceof Error ? error.message : String(error) }, []);
    }
  };
}
