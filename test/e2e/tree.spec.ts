import { expect, jsonl, test } from './stepmark';

const OMEGA = {
  question: 'What is 3 · 4 + 2?',
  final_answer: '14',
  question_id: 'tree-1',
  reasoning_steps: {
    text: 'What is 3 · 4 + 2?',
    mc_value: 0.75,
    children: [
      {
        text: 'First 3 · 4 = 12.',
        mc_value: 0.875,
        children: [
          { text: 'Then 12 + 2 = 15.', mc_value: 0.125, children: [] },
          { text: 'Then 12 + 2 = 14.', mc_value: 1, children: [] },
        ],
      },
      { text: 'First 4 + 2 = 6.', mc_value: 0.5, children: [] },
    ],
  },
};

test('an OmegaPRM tree: to the largest drop, judged there, seen in reader and table, undone from the reader', async ({
  stepmark,
}) => {
  const { page } = stepmark;
  await stepmark.open(jsonl('omega.jsonl', [OMEGA]));
  await stepmark.press('t');
  const drawing = page.getByRole('img', { name: /^Tree with 5 nodes, 3 leaves/ });
  await expect(drawing).toBeFocused();
  await stepmark.press('g', 'l');
  await expect(drawing).toHaveAccessibleName(/At level 2: Then 12 \+ 2 = 15\..*\(unjudged\)/);
  await stepmark.press('3');
  await expect(drawing).toHaveAccessibleName(/\(erroneous\)/);
  await stepmark.saved();

  await stepmark.press('t');
  await expect(stepmark.steps).toBeVisible();
  await expect(stepmark.erroneous).toBeVisible();
  await page.getByRole('link', { name: 'Traces' }).press('Enter');
  await expect(page.getByRole('grid', { name: 'Traces' })).toContainText('1/2');

  await page.goBack();
  await expect(stepmark.steps).toBeFocused();
  await stepmark.press('z');
  await expect(stepmark.erroneous).toHaveCount(0);
  expect(await stepmark.verdicts()).toEqual({});
});
