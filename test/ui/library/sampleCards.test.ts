import { expect, test } from 'vitest';
import { sampleInput } from '../../../src/data/samples';
import { SAMPLE_CARDS } from '../../../src/ui/library/sampleCards';

test.each(SAMPLE_CARDS)('the card of $id quotes its sample', async ({ id, quote, facts }) => {
  const text = await (await sampleInput(id)).blob.text();
  const plain = text.replaceAll('$', '');
  expect(plain).toContain(quote.replaceAll('"', '\\"'));
  expect(facts).toContain(`${text.trim().split('\n').length} traces`);
});
