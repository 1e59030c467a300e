// The side of a thread that reads records: message plumbing, nothing else.

import { buffersOf, readPacked } from '../index';
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
    const { id, packed } = message;
    try {
      if (rules === undefined) throw new Error('The format of the file is not known here.');
      const part = readPacked(rules, packed, PLATFORM);
      post({ id, kind: 'part', part }, buffersOf(part));
    } catch (error) {
      post({ id, kind: 'failed', message: error instanceof Error ? error.message : String(error) }, []);
    }
  };
}
