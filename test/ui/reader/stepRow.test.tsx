import { act, render, screen } from '@testing-library/react';
import { Profiler } from 'react';
import { describe, expect, test } from 'vitest';
import type { ReaderSlice, StepView } from '../../../src/app/state';
import { passageId, passagesOf } from '../../../src/core/identity';
import { NO_ANNOTATIONS } from '../../../src/core/labels';
import type { Judgement, ProblemKey, TextKey, Verdict } from '../../../src/core/model';
import { AppProvider } from '../../../src/ui/parts';
import { lastNamedAt } from '../../../src/ui/reader/stepFacts';
import { StepRow } from '../../../src/ui/reader/StepRow';
import { anApp } from '../anApp';
import type { AskedApp } from '../anApp';

const RAW = 'one\n\ntwo\n\nthree\n\nfour';
const RANGES = [...RAW.matchAll(/\w+/g)].map(({ index, 0: word }) => ({
  start: index,
  end: index + word.length,
}));
const STEPS = passagesOf('p' as ProblemKey, RAW, RANGES).map((passage, index): StepView => ({
  index,
  start: passage.start,
  end: passage.end,
  passage,
  id: passageId(passage),
  zone: undefined,
}));

function aReader(change: Partial<ReaderSlice> = {}): ReaderSlice {
  const trace = {
    text: 't' as TextKey,
    problem: 'p' as ProblemKey,
    raw: RAW,
    projection: 'text@1',
    zones: [],
    assets: [],
  };
  const of = { scores: [{ source: 'prm', on: RANGES[1]!, value: 0.25 }], given: [], meta: {} };
  return {
    open: { trace, of } as unknown as ReaderSlice['open'],
    steps: STEPS,
    zones: [],
    active: 2,
    last: undefined,
    mode: 'read',
    typing: undefined,
    selection: undefined,
    picking: undefined,
    cutAt: undefined,
    drawer: undefined,
    find: undefined,
    draft: undefined,
    splitBy: { splits: new Map(), cuts: new Map() },
    splitTo: undefined,
    rawAll: false,
    rawSteps: new Set(),
    openSteps: new Set(),
    revealed: false,
    finishArmed: false,
    otherPrompt: undefined,
    allCategories: false,
    neighbours: undefined,
    ahead: undefined,
    strategy: { strategy: 'blank', params: {}, version: 1 },
    segmentation: {
      strategy: 'blank',
      params: {},
      version: 1,
      bounds: new Uint32Array(),
      kinds: new Uint8Array(),
    },
    ...change,
  };
}

const judged = (verdict: Verdict, change: Partial<Judgement> = {}): Judgement => ({
  verdict,
  by: 'key',
  categories: [],
  tags: [],
  ratings: {},
  spans: [],
  refs: [],
  ...change,
});
function annotated(verdicts: Record<number, Judgement>) {
  const passages = new Map(
    Object.entries(verdicts).map(([i, judgement]) => [
      STEPS[Number(i)]!.id,
      { at: STEPS[Number(i)]!.passage, judgement },
    ]),
  );
  return {
    loaded: new Set<never>(),
    annotations: { ...NO_ANNOTATIONS, passages },
    unsaved: new Map<string, number>(),
  };
}

function drawSteps(app: AskedApp): string[] {
  const drawn: string[] = [];
  render(
    <AppProvider value={app}>
      {STEPS.map((step) => (
        <Profiler
          key={step.id}
          id={String(step.index + 1)}
          onRender={(id, phase) => phase === 'update' && drawn.push(id)}
        >
          <section aria-label={`step ${step.index + 1}`}>
            <StepRow step={step} />
          </section>
        </Profiler>
      ))}
    </AppProvider>,
  );
  return drawn;
}
const foot = (step: number) =>
  screen.getByRole('region', { name: `step ${step}` }).querySelector('.step__foot')?.textContent ?? '';

describe('a step in the list', () => {
  test('a verdict draws the judged step and the one the cursor goes to, and no other', async () => {
    const reader = aReader();
    const app = anApp({ reader });
    const drawn = drawSteps(app);
    await screen.findByText('four', { selector: 'p' });
    drawn.length = 0;
    act(() => {
      app.store.setState({
        annotation: annotated({ 2: judged('correct') }),
        reader: { ...reader, active: 3 },
      });
    });
    expect([...new Set(drawn)].sort()).toEqual(['3', '4']);
  });

  test('the mark is hollow until the change is on disk', () => {
    const app = anApp({
      reader: aReader(),
      annotation: { ...annotated({ 1: judged('erroneous') }), unsaved: new Map([[STEPS[1]!.id, 1]]) },
    });
    drawSteps(app);
    expect(screen.getByRole('img', { name: 'erroneous, not saved yet' })).toBeDefined();
    act(() => app.store.setState({ annotation: annotated({ 1: judged('erroneous') }) }));
    expect(screen.getByRole('img', { name: 'erroneous' })).toBeDefined();
  });

  test('the categories of the last step stand above the active one', () => {
    drawSteps(
      anApp({
        reader: aReader({ last: STEPS[0]!.id, active: 2 }),
        annotation: annotated({ 0: judged('erroneous', { categories: ['logic'] }), 1: judged('correct') }),
      }),
    );
    expect(foot(1)).toBe('erroneouslogic');
    expect(foot(2)).toMatch(/^correctstep 14calculation5logic/);
    expect(screen.getByRole('button', { name: /5\s*logic/, pressed: true })).toBeDefined();
    expect(foot(3)).toMatch(/^1correct2redundant3erroneous/);
  });

  test('a score is hatched until the verdict, then a number', () => {
    const app = anApp({ reader: aReader() });
    drawSteps(app);
    expect(screen.getByRole('img', { name: 'withheld' })).toBeDefined();
    act(() => app.store.setState({ annotation: annotated({ 1: judged('correct') }) }));
    expect(screen.queryByRole('img', { name: 'withheld' })).toBeNull();
    expect(screen.getByText('0.25')).toBeDefined();
  });

  test('under stop, steps behind the first error need no verdict', () => {
    drawSteps(
      anApp({
        reader: aReader(),
        settings: { theme: 'system', annotator: 'me', protocol: 'first-error' },
        annotation: annotated({ 1: judged('erroneous') }),
      }),
    );
    expect(screen.getAllByRole('img', { name: 'after the first error' })).toHaveLength(2);
  });
});

test.each([
  ['one step on: its own foot', 0, 1, 0],
  ['further on: the foot above the active step', 0, 3, 2],
  ['gone back before it: still above the active step', 3, 2, 1],
  ['active itself: its own foot', 2, 2, 2],
  ['at the first step there is none above', 3, 0, 0],
])('the last step is named, %s', (_, last, active, at) => {
  const reader = aReader({ last: STEPS[last]!.id, active });
  expect(STEPS.filter(({ index }) => lastNamedAt(reader, index) === last).map(({ index }) => index)).toEqual([
    at,
  ]);
});
