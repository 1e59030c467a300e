// A shape that nobody has a reader for: opened with one correction, judged, exported, and the next such file opens
// by itself.

import { readFileSync } from 'node:fs';
import { expect, jsonl, test } from './stepmark';

const ROWS = [1, 2, 3].map((i) => ({
  uid: `w${i}`,
  ask: { words: `What is ${i} plus two, and why would it be so?` },
  moves: [`Start at ${i}.`, 'Add two.', `That is ${i + 2}.`],
  marks: ['good', i === 2 ? 'bad' : 'good', 'good'],
}));

test('an invented shape, one correction, judged, exported, and picked again', async ({ stepmark }) => {
  const { page } = stepmark;
  await stepmark.open(jsonl('walks.jsonl', ROWS));
  await page.goBack();
  await page.getByRole('button', { name: 'Map fields myself' }).press('Enter');
  await expect(page.getByRole('heading', { name: 'Which field is what?' })).toBeVisible();
  await page.getByRole('combobox', { name: 'Who labelled' }).selectOption('human');
  await page.getByRole('combobox', { name: 'bad means' }).selectOption('erroneous');
  await page.getByRole('combobox', { name: 'good means' }).selectOption('correct');
  await expect(page.getByText('Labels: 8 correct, 0 redundant, 1 erroneous.')).toBeVisible();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Export', exact: true }).press('Enter'),
  ]);
  const mapping = JSON.parse(readFileSync(await download.path(), 'utf8')) as Record<string, unknown>;
  expect(mapping).toMatchObject({ stepmarkMapping: 1, name: 'walks', trace: { steps: 'moves[*]' } });
  await page.getByRole('textbox', { name: 'Name of the mapping' }).press('Enter');
  await expect(page.getByRole('button', { name: /^Read the first trace/ })).toBeFocused();
  await expect(page.getByText('9 labels of people.')).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(stepmark.steps).toBeFocused();
  await stepmark.press('1', '3');
  await stepmark.saved();
  const exported = await stepmark.export('Stepmark JSONL');
  expect(exported.buffer.toString()).toContain('Start at 1.');
  await stepmark.open(jsonl('more.jsonl', ROWS.slice(1)));
  await page.goBack();
  await expect(page.getByText('You chose walks before for files with these fields.')).toBeVisible();
});
