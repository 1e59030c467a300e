// Thought anchors: a folder of one rollout, its sentences ("chunks") with tags and importances by machine. The steps are
// the chunks placed in `solution`; what follows the last one, from `</think>`, is the answer. Chunk numbers are 0-based.
// Files of other contents (resampled chunks, the summary) are known and hold nothing that is judged.
// Source: https://huggingface.co/datasets/uzaymacar/math-rollouts

import * as v from 'valibot';
import type { Range, Score, Warning } from '../model';
import { booleanOf, isObject, metaOf, numberOf, present, textOf } from './fields';
import type { Foreign } from './fields';
import type { AttemptDraft, Sample, TraceFormat } from './format';
import { joinSteps, placeSteps } from './givenSteps';
import { guessByShare } from './recordFormat';

const Chunk = v.looseObject({ chunk: v.string(), chunk_idx: v.number() });
const Solution = v.looseObject({ solution: v.string(), full_cot: v.string() });
const Task = v.looseObject({ problem: v.string(), gt_answer: v.unknown() });
const Impact = v.looseObject({ source_chunk_idx: v.number(), target_impacts: v.array(v.unknown()) });
const Resampled = v.pipe(
  v.record(v.pipe(v.string(), v.digits()), v.array(v.string())),
  v.check((record) => Object.keys(record).length > 0),
);

type ChunkRecord = v.InferOutput<typeof Chunk>;

interface Parts {
  solution?: v.InferOutput<typeof Solution>;
  task?: v.InferOutput<typeof Task>;
  chunks: ChunkRecord[];
  impacts: v.InferOutput<typeof Impact>[];
  /** How many other texts were sampled in the place of a chunk. */
  resampled: number;
}

function sortParts(records: readonly unknown[]): Parts {
  const parts: Parts = { chunks: [], impacts: [], resampled: 0 };
  for (const record of records) {
    if (v.is(Chunk, record)) parts.chunks.push(record);
    else if (v.is(Impact, record)) parts.impacts.push(record);
    else if (v.is(Solution, record)) parts.solution ??= record;
    else if (v.is(Task, record)) parts.task ??= record;
    else if (v.is(Resampled, record))
      parts.resampled += Object.values(record).reduce((sum, texts) => sum + texts.length, 0);
  }
  parts.chunks.sort((a, b) => a.chunk_idx - b.chunk_idx);
  return parts;
}

/** Every number that a chunk carries, on the chunk. */
const chunkScores = (chunk: ChunkRecord, on: Range): Score[] =>
  Object.entries(chunk).flatMap(([source, value]) => {
    const number = source === 'chunk_idx' ? undefined : numberOf(value);
    return number === undefined ? [] : [{ source, on, value: number }];
  });

/** How much a chunk mattered for each later one, on the chunk that mattered. */
const impactScores = ({ target_impacts: impacts }: v.InferOutput<typeof Impact>, on: Range): Score[] =>
  impacts.flatMap((impact) => {
    const value = isObject(impact) ? numberOf(impact['importance_score']) : undefined;
    return value === undefined ? [] : [{ source: 'importance_score', on, value }];
  });

/** The chunks' own tags, counted: "plan_generation 17, …". */
function tagCounts(chunks: readonly Foreign[]): string | undefined {
  const counts = new Map<string, number>();
  for (const { function_tags: tags } of chunks)
    for (const tag of Array.isArray(tags) ? tags : []) {
      const name = textOf(tag) ?? '';
      counts.set(name, (counts.get(name) ?? 0) + 1);
    }
  return counts.size === 0 ? undefined : [...counts].map(([tag, count]) => `${tag} ${count}`).join(', ');
}

function attemptOf({ solution, chunks, impacts }: Parts): { attempt: AttemptDraft; lost: number } {
  const texts = chunks.map(({ chunk }) => chunk);
  const raw = solution?.solution ?? joinSteps(texts).raw;
  const places = solution ? placeSteps(raw, texts) : joinSteps(texts).given;
  const placeOf = new Map(chunks.map(({ chunk_idx: index }, i) => [index, places[i]] as const));
  const given = places.filter((place) => place !== undefined);
  const scores = [
    ...chunks.flatMap((chunk, i) => (places[i] ? chunkScores(chunk, places[i]) : [])),
    ...impacts.flatMap((impact) => {
      const place = placeOf.get(impact.source_chunk_idx);
      return place ? impactScores(impact, place) : [];
    }),
  ];
  return {
    attempt: {
      raw,
      projection: solution ? 'plain@1' : 'steps@1',
      scores,
      ...(chunks.length > 0 && { given }),
      ...present({
        outcome: booleanOf(solution?.['is_correct']),
        ownAnswer: textOf(solution?.['answer']),
      }),
      meta: present({ function_tags: tagCounts(chunks) }),
    },
    lost: places.length - given.length,
  };
}

const readAll: NonNullable<TraceFormat['readAll']> = (records) => {
  const parts = sortParts(records);
  const { solution, task, chunks, resampled } = parts;
  const hasText = solution !== undefined || chunks.length > 0;
  if (!hasText && !task) {
    const reason = 'Neither a solution nor labelled chunks nor a problem is in it.';
    const remedy = 'Drop the whole folder, with base_solution.json and chunks_labeled.json.';
    return { ok: false, fault: { kind: 'no-text', reason, remedy } };
  }
  const { attempt, lost } = attemptOf(parts);
  const warnings: Warning[] = [];
  const warn = (kind: string, count: number, reason: string) => {
    if (count > 0) warnings.push({ kind, reason: `${count} ${reason}` });
  };
  warn('step-not-found', lost, 'chunks were not found in the solution and are no steps.');
  warn('alternatives-not-shown', resampled, 'resampled chunks are not shown.');
  return {
    ok: true,
    value: [
      {
        problem: {
          prompt: task?.problem ?? textOf(solution?.['prompt']) ?? '',
          ...present({ answer: textOf(task?.gt_answer), solution: textOf(task?.['gt_solution']) }),
        },
        attempts: hasText
          ? [
              {
                ...attempt,
                meta: { ...metaOf(task ?? {}, ['problem', 'gt_answer', 'gt_solution']), ...attempt.meta },
              },
            ]
          : [],
        warnings,
      },
    ],
  };
};

const isPart = (record: unknown) =>
  v.is(Chunk, record) || v.is(Impact, record) || v.is(Solution, record) || v.is(Task, record);

export const thoughtAnchors: TraceFormat = {
  id: 'thought-anchors',
  title: 'Thought anchors',
  guess: (sample) =>
    guessByShare(sample, isPart, {
      signs: 'the fields of a base solution, its problem, labelled chunks or their importance',
      keys: 2,
    }),
  guessGroup(files: readonly Sample[]) {
    const holds = (schema: v.GenericSchema<unknown, unknown>) =>
      files.some(({ records }) => v.is(schema, records[0]));
    const known = files.filter(({ records }) => isPart(records[0])).length;
    return {
      score: files.length === 0 ? 0 : known / files.length,
      certain: holds(Solution) && holds(Chunk),
      because: `${known} of ${files.length} files are parts of one rollout with labelled chunks`,
      keys: 4,
    };
  },
  read: (record, around) => readAll([record], around),
  readAll,
};
