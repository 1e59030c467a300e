import { expect, test } from 'vitest';
import { DEFAULT_PACK, packIdentity, REASONING_STEPS } from '../../../src/core/labels';

test('the default pack is named by its own content', () => {
  expect(packIdentity(REASONING_STEPS)).toBe(DEFAULT_PACK);
});
