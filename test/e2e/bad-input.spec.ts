// Bad input never crashes, never passes in silence and never takes good input with it.

import { writeFileSync } from 'node:fs';
import { expect, jsonl, processbenchRow, test } from './stepmark';

const file = (name: string, buffer: Buffer) => ({ name, mimeType: 'application/octet-stream', buffer });
const good = JSON.stringify(processbenchRow('a', ['One.', 'Two.']));

test.describe('a file that cannot be opened says why and what to do', () => {
  const cases: [string, Buffer, RegExp][] = [
    ['an empty file', Buffer.alloc(0), /no bytes/],
    ['a binary file', Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 0, 0, 1, 2, 3, 0, 0]), /binary|NUL/i],
  ];
  for (const [name, content, words] of cases) {
    test(name, async ({ stepmark }) => {
      const { page } = stepmark;
      const [chooser] = await Promise.all([
        page.waitForEvent('filechooser'),
        page.keyboard.press('Control+o'),
      ]);
      await chooser.setFiles(file('x', content));
      await expect(page.getByRole('alert')).toContainText(words);
    });
  }
});

test('half a JSON line is one fault with its position; the rest opens', async ({ stepmark }) => {
  const { page } = stepmark;
  await stepmark.open(file('half.jsonl', Buffer.from(`${good}\n${good.slice(0, 40)}\n${good}\n`)));
  await page.goBack();
  await expect(page.getByText(/2 read \+ 1 with a fault = 3 records/)).toBeVisible();
  await expect(page.getByRole('table').getByText('line 2')).toBeVisible();
});

test('a valid line of 30 MB opens', async ({ stepmark }, testInfo) => {
  const long = processbenchRow('long', ['One.', 'x'.repeat(30 << 20), 'Three.']);
  // From disk: what is handed over as bytes goes through the debugging protocol, for most of a minute.
  const path = testInfo.outputPath('long.jsonl');
  writeFileSync(path, `${JSON.stringify(long)}\n`);
  await stepmark.open(path);
  await stepmark.press('1', 'j', '3');
  await stepmark.saved();
  expect(Object.values(await stepmark.verdicts())).toEqual(['correct', 'erroneous']);
});

test('a trace of 10,000 steps is read and judged at its end', async ({ stepmark }) => {
  const steps = Array.from({ length: 10_000 }, (_, i) => `Line ${i + 1} with $x_{${i}} = ${i}$.`);
  await stepmark.open(jsonl('long.jsonl', [processbenchRow('a', steps)]));
  await stepmark.press('End', '3');
  await stepmark.saved();
  await expect(stepmark.page.getByText('Line 10000 with')).toBeVisible();
  expect(Object.values(await stepmark.verdicts())).toEqual(['erroneous']);
});

test('lone surrogates come through export and import as they are', async ({ stepmark, freshProfile }) => {
  const row = `{"id":"s","generator":"m","problem":"p","steps":["lone \\ud800 high","low \\udc00 lone"],"final_answer_correct":true,"label":-1}`;
  await stepmark.open(file('s.jsonl', Buffer.from(`${row}\n`)));
  await stepmark.press('1', '3');
  await stepmark.saved();
  const judged = await stepmark.verdicts();
  const exported = await stepmark.export('Stepmark JSONL');
  expect(exported.buffer.toString()).toContain('\\ud800');
  const second = await freshProfile();
  await second.open(exported);
  expect(await second.verdicts()).toEqual(judged);
});
