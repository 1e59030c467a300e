import { render, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { queryPattern } from '../../../src/app/findText';
import { StepText } from '../../../src/ui/reader';
import { hitRanges } from '../../../src/ui/reader/hitRanges';

async function found(text: string, query: string): Promise<string[]> {
  const { container } = render(<StepText text={text} />);
  await waitFor(() => expect(container.querySelector('.md--plain, .md-tex')).toBeNull(), { timeout: 4_000 });
  const ranges = hitRanges(container, queryPattern({ text: query, matchCase: false }));
  return ranges.map((range) => range.toString().replace(/\s+/g, ' '));
}

test.each([
  ['one block, two Blocks', 'block', ['block', 'Block']],
  ['a **bold word** here', 'bold word here', ['bold word here']],
  ['no words over\n\nparagraphs', 'over paragraphs', []],
  ['- the first\n- the second', 'the', ['the', 'the']],
  ['```python\nprint(1)\n```', 'python', []],
  ['so $\\frac{1}{2}$ is', 'frac', ['21\u200B']],
])('%j: %s', async (text, query, expected) => {
  expect(await found(text, query)).toEqual(expected);
});
