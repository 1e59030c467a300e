// The whole path by keyboard alone: open, judge, undo, reload, export, open the export in a fresh profile.

import { readdirSync } from 'node:fs';
import { expect, hasShared, jsonl, processbenchRow, SHARED, test, type Stepmark } from './stepmark';

const OWN = [
  [
    'our own ProcessBench rows',
    jsonl('own.jsonl', [processbenchRow('a', ['One.', 'Two $x^2$.', 'Three.', 'Four.'])]),
  ],
  [
    'our own chat with think tags',
    jsonl('chat.jsonl', [
      {
        messages: [
          { role: 'user', content: 'What is 2 + 2?' },
          {
            role: 'assistant',
            content: '<think>\nLet me add.\n\n2 + 2 = 4.\n\nSure.\n</think>\n\nThe answer is 4.',
          },
        ],
      },
    ]),
  ],
] as const;

const SHARED_FOLDERS = [
  'prm800k',
  'processbench',
  'math_shepherd',
  'messages_think',
  'gsm8k_solutions',
  'omegaprm_tree',
];
const sharedFiles = hasShared
  ? SHARED_FOLDERS.flatMap((folder) =>
      readdirSync(`${SHARED}/${folder}`).map((name) => `${SHARED}/${folder}/${name}`),
    )
  : [];

test('how many shared files are compared', () => {
  console.log(
    hasShared
      ? `${sharedFiles.length} files of ${SHARED} are opened, judged, exported and opened again`
      : `${SHARED} is missing: only our own files are compared`,
  );
  expect(hasShared ? sharedFiles.length : 0).toBe(hasShared ? 9 : 0);
});

async function wholePath(
  first: Stepmark,
  fresh: () => Promise<Stepmark>,
  file: Parameters<Stepmark['open']>[0],
) {
  await first.open(file);
  await first.press('1', '3', '4', '1', 'z');
  await first.saved();
  const judged = await first.verdicts();
  // A trace of one step has only that one to judge: its last verdict stands.
  const count = await first.stepCount();
  const correct = count > 1 ? ['correct'] : [];
  expect(Object.values(judged)).toEqual([...correct, 'erroneous calculation']);
  // One key is one record: two verdicts, a category, a verdict, its undo.
  const log = await first.log();
  expect(log.map(({ edits }) => edits.length)).toEqual([1, 1, 1, 1, 1]);

  // The address follows the step once the cursor rests: undo went to the step it took the verdict from.
  const undone = log.at(-1)!.edits[0]!;
  if (undone.on !== 'passage') throw new Error('undo took back no verdict');
  await expect(first.page).toHaveURL(new RegExp(`/${undone.at.upTo}\\.${undone.at.start}$`));
  const active = await first.steps.getAttribute('aria-activedescendant');
  await first.page.reload();
  await expect(first.steps).toBeFocused();
  await expect(first.steps).toHaveAttribute('aria-activedescendant', active ?? 'no step was active');
  await expect(first.erroneous).toBeVisible();

  const exported = await first.export('Stepmark JSONL');
  const second = await fresh();
  await second.open(exported);
  expect(await second.verdicts()).toEqual(judged);
  // It opens at the first unjudged step; the erroneous one may be out of sight.
  await second.press('Home', 'j');
  await expect(second.erroneous).toBeVisible();
}

for (const [name, file] of OWN) {
  test(`${name}: judged, reloaded, exported, the same in a fresh profile`, async ({
    stepmark,
    freshProfile,
  }) => {
    await wholePath(stepmark, freshProfile, file);
  });
}
for (const file of sharedFiles) {
  test(`${file}: judged, reloaded, exported, the same in a fresh profile`, async ({
    stepmark,
    freshProfile,
  }) => {
    await wholePath(stepmark, freshProfile, file);
  });
}
