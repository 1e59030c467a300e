// The built page as a person meets it. Any console error or warning, any uncaught error and any request to
// another host fails the test.

import { existsSync } from 'node:fs';
import { expect, test as base, type BrowserContext, type Page } from '@playwright/test';
import type { Change } from '../../src/core/model';

export const SHARED = '../shared/data';
export const hasShared = existsSync(SHARED);

interface Content {
  name: string;
  mimeType: string;
  buffer: Buffer;
}
export const jsonl = (name: string, rows: readonly unknown[]): Content => ({
  name,
  mimeType: 'application/jsonl',
  buffer: Buffer.from(rows.map((row) => `${JSON.stringify(row)}\n`).join('')),
});

export const test = base.extend<{ stepmark: Stepmark; freshProfile: () => Promise<Stepmark> }>({
  stepmark: async ({ page }, provide) => {
    const watched = watch(page);
    await provide(await arrive(page));
    expect(watched).toEqual([]);
  },
  freshProfile: async ({ browser }, provide) => {
    const contexts: BrowserContext[] = [];
    const watched: string[][] = [];
    await provide(async () => {
      const context = await browser.newContext();
      contexts.push(context);
      const page = await context.newPage();
      watched.push(watch(page));
      return arrive(page);
    });
    for (const context of contexts) await context.close();
    expect(watched.flat()).toEqual([]);
  },
});

async function arrive(page: Page): Promise<Stepmark> {
  // Choosers are caught from the start: asking for it together with the key press would race.
  page.on('filechooser', () => undefined);
  await page.goto('/');
  await expect(page.getByRole('main').getByRole('heading').first()).toBeVisible();
  return new Stepmark(page);
}

// PORT as in playwright.config.ts.
const OWN_ADDRESS = new RegExp(
  `^(?:blob:|data:)?(?:http://127\\.0\\.0\\.1:${process.env['PORT'] ?? '4173'}/|image/)`,
);

function watch(page: Page): string[] {
  const seen: string[] = [];
  page.on('console', (message) => {
    // playwright.config.ts blocks it.
    if (message.text().startsWith('Service Worker registration blocked')) return;
    if (message.type() === 'error' || message.type() === 'warning') seen.push(message.text());
  });
  page.on('pageerror', (error) => seen.push(error.message));
  page.on('request', (request) => {
    const url = request.url();
    if (!OWN_ADDRESS.test(url)) seen.push(`requested ${url}`);
  });
  return seen;
}

export class Stepmark {
  readonly page: Page;
  constructor(page: Page) {
    this.page = page;
  }

  get steps() {
    return this.page.getByRole('group', { name: 'Steps', exact: true });
  }

  /** A step's verdict as it is seen: the word in its foot, or the pressed button on the active step. */
  get erroneous() {
    return this.page
      .locator('[data-keys="steps"]')
      .getByRole('img', { name: /^erroneous/ })
      .first();
  }

  /** By keyboard: the file picker, then Enter on "Read the first trace". */
  async open(file: string | Content): Promise<void> {
    const [chooser] = await Promise.all([
      this.page.waitForEvent('filechooser'),
      this.page.keyboard.press('Control+o'),
    ]);
    await chooser.setFiles(file);
    await expect(this.page.getByRole('button', { name: /^Read the first trace/ })).toBeFocused();
    await this.page.keyboard.press('Enter');
    await expect(this.steps).toBeFocused();
  }

  /** As the status line says it: `3 of 20 steps`. */
  async stepCount(): Promise<number> {
    const said = await this.page
      .getByText(/^\d[\d,]* of \d/)
      .first()
      .innerText();
    return Number(/of ([\d,]+)/.exec(said)![1]!.replaceAll(',', ''));
  }

  async press(...keys: string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  /** No write is on its way: every mark is solid. */
  async saved(): Promise<void> {
    await expect(this.page.getByText(/^Saved /)).toBeVisible();
    await expect(this.page.getByText(/^Saving /)).toHaveCount(0);
  }

  /** Every record of the log, in the order of writing. */
  log(): Promise<Change[]> {
    return this.page.evaluate(
      () =>
        new Promise<Change[]>((resolve, reject) => {
          const opening = indexedDB.open('stepmark-annotations');
          opening.onerror = () => reject(new Error('the annotations cannot be opened'));
          opening.onsuccess = () => {
            const db = opening.result;
            const all = db.transaction('log').objectStore('log').getAll();
            all.onsuccess = () => {
              db.close();
              resolve((all.result as Change[]).toSorted((a, b) => a.at - b.at || a.n - b.n));
            };
          };
        }),
    );
  }

  /** What the log says in the end: verdicts by passage. */
  async verdicts(): Promise<Record<string, string>> {
    const said: Record<string, string> = {};
    for (const { edits } of await this.log()) {
      for (const edit of edits) {
        if (edit.on !== 'passage') continue;
        const id = `${edit.at.upTo}.${edit.at.start}`;
        if (edit.after?.verdict === undefined) delete said[id];
        else said[id] = [edit.after.verdict, ...edit.after.categories].join(' ');
      }
    }
    return said;
  }

  /** Exports under a name, by keyboard alone. Gives the written file. */
  async export(target: string, answers: Record<string, string> = {}): Promise<Content> {
    await this.page.keyboard.press('Control+e');
    await this.page.getByRole('button', { name: new RegExp(`^${target}`) }).press('Enter');
    for (const [policy, answer] of Object.entries(answers)) {
      await this.page
        .getByRole('radiogroup', { name: policy })
        .getByRole('radio', { name: answer })
        .press('Space');
    }
    const name = this.page.getByRole('textbox', { name: /name/i });
    if (await name.isVisible()) {
      await name.fill('ada');
      await name.press('Enter');
    }
    await this.page.getByRole('button', { name: /^Export \d/ }).press('Enter');
    await expect(this.page.getByText('Written, read back, equal')).toBeVisible();
    const [download] = await Promise.all([
      this.page.waitForEvent('download'),
      this.page.getByRole('link', { name: /\.jsonl/ }).press('Enter'),
    ]);
    const chunks: Buffer[] = [];
    for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
    return {
      name: download.suggestedFilename(),
      mimeType: 'application/jsonl',
      buffer: Buffer.concat(chunks),
    };
  }
}

/** A ProcessBench row whose steps are given. */
export const processbenchRow = (id: string, steps: readonly string[], problem = `Problem ${id}`) => ({
  id,
  generator: 'a-model',
  problem,
  steps,
  final_answer_correct: true,
  label: -1,
});
export { expect };
