// MR-Ben: several models' solutions to a question, judged by people. The file is a dict from question to rows. The
// number of the first error names the heading "Step 4", not the place in the list: lists hold blank entries and
// lines that continue a step. In coding tasks the solution is one text and the error a line of it.
// Spec: https://github.com/dvlab-research/Mr-Ben

import * as v from 'valibot';
import type { Range, Warning } from '../model';
import { metaOf, present, textOf } from './fields';
import type { LabelDraft, Reading, Surroundings } from './format';
import { firstErrorLabels, givenLabel } from './givenLabels';
import type { LabelSource, LabelWords } from './givenLabels';
import { groupByHeadings } from './headedSteps';
import type { HeadedStep } from './headedSteps';
import { recordFormat } from './recordFormat';

const Row = v.looseObject({
  Question: v.string(),
  Model_Solution_Steps: v.union([v.array(v.string()), v.string()]),
});
type Row = v.InferOutput<typeof Row>;
interface Labels {
  labels: LabelDraft[];
  warnings: Warning[];
}

const HEADING = /^\s*(?:Step\s*(\d+)|Solution)\b/i;
const NO_ERROR = /^\s*n\/?a\s*$/i;
const STEP_NUMBER = /^\s*(?:Step\s*)?(\d+)\s*$/i;
const FROM: LabelSource = { source: 'Model_Solution_First_Error_Step', origin: 'human' };
const USED = [
  'Question',
  'Options',
  'Ground_Truth_Analysis',
  'Ground_Truth_Answer',
  'Ground_Truth_Answer_Modified',
];

/** A reason or a correction: a text or several, "N/A" is none. */
function wordsOf(value: unknown): string | undefined {
  const text = Array.isArray(value) ? value.map((part) => textOf(part) ?? '').join('\n') : textOf(value);
  return text === undefined || NO_ERROR.test(text) || text.trim() === '' ? undefined : text;
}

function stepLabels(row: Row, steps: HeadedStep[]): Labels {
  const given = steps.map(({ start, end }) => ({ start, end }));
  const value = row['Model_Solution_First_Error_Step'];
  const number = Number(STEP_NUMBER.exec(textOf(value) ?? '')?.[1] ?? NaN);
  if (Number.isNaN(number)) {
    const isWhole = NO_ERROR.test(textOf(value) ?? '') && isCorrect(row) !== false;
    return isWhole
      ? firstErrorLabels(FROM, given, 'none', value)
      : { labels: [], warnings: [placeUnknown(value)] };
  }
  const hasNumbers = steps.some((step) => step.number !== undefined);
  const index = hasNumbers ? steps.findIndex((step) => step.number === number) : number - 1;
  return firstErrorLabels(FROM, given, index, value, errorWords(row));
}

const errorWords = (row: Row): LabelWords => ({
  comment: wordsOf(row['Model_Solution_Error_Reason']),
  correction: wordsOf(row['Model_Solution_Rectified_First_Error_Step']),
});

const placeUnknown = (value: unknown): Warning => ({
  kind: 'place-unknown',
  reason: `The first error ${JSON.stringify(textOf(value) ?? null)} has no single place in the solution; the trace is still marked.`,
});

/** The one place of a line in the text, else none. */
function placeOfLine(raw: string, line: string): Range[] {
  const places: Range[] = [];
  let start = 0;
  for (const candidate of raw.split('\n')) {
    if (candidate === line) places.push({ start, end: start + line.length });
    start += candidate.length + 1;
  }
  return line.trim() !== '' && places.length === 1 ? places : [];
}

function isCorrect(row: Row): boolean | undefined {
  const word = textOf(row['Model_Solution_Correctness']);
  return word === 'correct' ? true : word === 'incorrect' ? false : undefined;
}

function wholeLabel(row: Row, spans: Range[]): LabelDraft[] {
  const correct = isCorrect(row);
  if (correct === undefined) return [];
  const from: LabelSource = { source: 'Model_Solution_Correctness', origin: 'human' };
  const words =
    spans.length > 0 || typeof row.Model_Solution_Steps === 'string' ? { ...errorWords(row), spans } : {};
  return [
    givenLabel(
      from,
      'text',
      correct ? 'correct' : 'erroneous',
      row['Model_Solution_Correctness'],
      correct ? {} : words,
    ),
  ];
}

/** Coding: the solution is one text. */
function readText(row: Row, raw: string) {
  const value = textOf(row['Model_Solution_First_Error_Step']) ?? '';
  const spans = NO_ERROR.test(value) ? [] : placeOfLine(raw, value);
  const lost = isCorrect(row) === false && spans.length === 0;
  return {
    raw,
    projection: 'plain@1',
    labels: wholeLabel(row, spans),
    warnings: lost ? [placeUnknown(value)] : [],
  };
}

function readList(row: Row, entries: string[]) {
  const { raw, steps } = groupByHeadings(entries, HEADING);
  const { labels, warnings } = stepLabels(row, steps);
  const given = steps.map(({ start, end }) => ({ start, end }));
  return { raw, projection: 'steps@1', given, labels: [...wholeLabel(row, []), ...labels], warnings };
}

function read(row: Row, { key }: Surroundings): Reading {
  const solution = row.Model_Solution_Steps;
  const { warnings, ...attempt } =
    typeof solution === 'string' ? readText(row, solution) : readList(row, solution);
  const options = textOf(row['Options'])
    ?.split('\n')
    .filter((option) => option.trim() !== '');
  const modified = wordsOf(row['Ground_Truth_Answer_Modified']);
  return {
    problem: {
      prompt: row.Question,
      ...present({
        options: options && options.length > 0 ? options : undefined,
        answer: modified ?? wordsOf(row['Ground_Truth_Answer']),
        solution: wordsOf(row['Ground_Truth_Analysis']),
        fileId: key ?? textOf(row['Question_UUID']),
      }),
    },
    attempts: [
      {
        ...attempt,
        meta: metaOf(row, [...USED, ...Object.keys(row).filter((name) => name.startsWith('Model_Solution'))]),
        ...present({ generator: textOf(row['Sampled_Model']) }),
      },
    ],
    warnings,
  };
}

export const mrBen = recordFormat({
  id: 'mr-ben',
  title: 'MR-Ben',
  sign: v.looseObject({ Model_Solution_Steps: v.unknown(), Model_Solution_First_Error_Step: v.unknown() }),
  signs: '`Model_Solution_Steps` and `Model_Solution_First_Error_Step`',
  keys: 2,
  row: Row,
  read,
});
