// What a provider's API answered, whole or as a stream of events. A response holds no prompt: the trace opens without
// a problem. Responses of one stream are one trace, a model turn each (a tool loop without the tools' results).

import { present } from '../fields';
import type { AttemptDraft, Reading, Sample, TraceFormat } from '../format';
import { guessByShare } from '../recordFormat';
import { projectTurns } from '../turns';
import type { Turn, TurnPart } from '../turns';

/** One of the answers that a response offers. */
export interface Candidate {
  parts: TurnPart[];
  finish?: string | undefined;
}
export interface ProviderResponse {
  id?: string | undefined;
  model?: string | undefined;
  candidates: Candidate[];
  /** Passages of thinking that the provider kept to itself. */
  hidden: number;
  /** A stream that ended before its end. */
  isCutOff?: true | undefined;
}

export function providerFormat(provider: {
  id: string;
  title: string;
  /** What `isResponse` and `isEvent` look for, in words that follow "records have". */
  signs: string;
  keys: number;
  isResponse(record: unknown): boolean;
  isEvent(record: unknown): boolean;
  /** Where events have the shape of responses: whether these are parts of one stream. */
  isStream?(records: readonly unknown[]): boolean;
  /** undefined: none. */
  readResponse(record: unknown): ProviderResponse | undefined;
  readStream(events: readonly unknown[]): ProviderResponse[];
}): TraceFormat {
  const isOurs = (record: unknown) => provider.isResponse(record) || provider.isEvent(record);
  const readAll: NonNullable<TraceFormat['readAll']> = (records) => {
    const isStream = provider.isStream?.(records) ?? false;
    const isWhole = (record: unknown) => !isStream && provider.isResponse(record);
    const events = records.filter((record) => !isWhole(record) && provider.isEvent(record));
    const whole = records.filter(isWhole).flatMap((record) => provider.readResponse(record) ?? []);
    const streamed = events.length > 0 ? provider.readStream(events) : [];
    const readings = [
      ...whole.map((response, i) => readingOf([response], i)),
      ...(streamed.length > 0 ? [readingOf(streamed, whole.length)] : []),
    ];
    if (readings.length > 0) return { ok: true, value: readings };
    return {
      ok: false,
      fault: {
        kind: 'wrong-shape',
        reason: `None of the ${records.length} records is a response of this provider.`,
        remedy: 'Choose another format for the file.',
      },
    };
  };
  return {
    id: provider.id,
    title: provider.title,
    guess: (sample: Sample) => guessByShare(sample, isOurs, provider),
    read: (record, around) => readAll([record], around),
    readAll,
  };
}

/** Candidate k of every response together is attempt k. */
function readingOf(responses: readonly ProviderResponse[], index: number): Reading {
  const count = Math.max(0, ...responses.map(({ candidates }) => candidates.length));
  const attempts = Array.from({ length: count }, (_, k) => attemptOf(responses, k));
  const hidden = responses.reduce((sum, response) => sum + response.hidden, 0);
  const cutOff = responses.filter(({ isCutOff }) => isCutOff).length;
  return {
    problem: { prompt: '', recordId: responses[0]?.id ?? `response ${index}` },
    attempts,
    warnings: [
      ...(hidden > 0
        ? [{ kind: 'hidden-thinking', reason: `${hidden} passages of thinking are hidden by the provider.` }]
        : []),
      ...(cutOff > 0
        ? [{ kind: 'cut-off', reason: `${cutOff} responses of the stream have no end; what came is shown.` }]
        : []),
    ],
  };
}

function attemptOf(responses: readonly ProviderResponse[], k: number): AttemptDraft {
  const turns = responses.map(({ candidates }): Turn => ({
    role: 'assistant',
    parts: candidates[k]?.parts ?? [],
  }));
  const { attempt } = projectTurns(turns);
  const lastZone = attempt.zones?.at(-1);
  if (lastZone && responses.at(-1)?.isCutOff) lastZone.truncated = true;
  const finish = responses.at(-1)?.candidates[k]?.finish;
  return {
    ...attempt,
    ...present({ generator: responses[0]?.model }),
    meta: present({ finish }),
  };
}

/** Texts that follow one another in a response are one text. */
export function joinRuns(parts: readonly TurnPart[]): TurnPart[] {
  const joined: TurnPart[] = [];
  for (const part of parts) {
    const last = joined.at(-1);
    const runs = part.kind === 'text' || part.kind === 'thinking';
    if (runs && last?.kind === part.kind)
      joined[joined.length - 1] = { ...last, text: last.text + part.text };
    else joined.push(part);
  }
  return joined;
}
