// The text of a trace by a mapping: a string, a list of steps, or turns.

import { isObject, present } from '../fields';
import type { AttemptDraft, ProblemDraft } from '../format';
import type { Warning } from '../../model';
import { joinSteps } from '../givenSteps';
import { markedSteps } from '../markedSteps';
import { projectTurns, readMessages } from '../turns';
import type { TraceMapping } from './mappingSchema';
import { asText } from './paths';
import { Scope } from './scope';

export interface MappedTrace {
  attempt: AttemptDraft;
  /** What the trace's own field says of the problem: its first turn, or what stands before `from`. */
  problem?: ProblemDraft;
  warnings: Warning[];
}
type TextMapping = Extract<TraceMapping, { text: unknown }>;
type TurnsMapping = Extract<TraceMapping, { turns: unknown }>;

/** undefined: the row has no trace. */
export function mapTrace(trace: TraceMapping, scope: Scope): MappedTrace | undefined {
  if ('steps' in trace) return stepsTrace(scope.list(trace.steps), trace.join);
  if ('turns' in trace) return turnsTrace(trace, scope);
  if ('stepPerRow' in trace) return stepsTrace(scope.list('[*]'), trace.join);
  return textTrace(trace, scope);
}

/** An entry that is a list itself (one-element lists, lines of a step) is one step. */
function stepsTrace(entries: readonly unknown[], join: string): MappedTrace | undefined {
  const texts = entries.filter((entry) => entry !== null && entry !== undefined).map(asText);
  if (texts.length === 0) return undefined;
  return { attempt: { ...joinSteps(texts, join), projection: 'steps@1' }, warnings: [] };
}

function textTrace(trace: TextMapping, scope: Scope): MappedTrace | undefined {
  const whole = scope.text(trace.text);
  if (whole === undefined) return undefined;
  const start = trace.from === undefined ? 0 : Math.max(0, whole.indexOf(trace.from));
  const raw = whole.slice(start);
  const before = whole.slice(0, start).trimEnd();
  const given =
    trace.marker === undefined || trace.marker === ''
      ? undefined
      : markedSteps(raw, trace.marker).map((step) => ({ start: step.start, end: step.end }));
  return {
    attempt: { raw, projection: 'plain@1', ...present({ given }) },
    ...(before !== '' && { problem: { prompt: before } }),
    warnings: [],
  };
}

/** Messages as the chat APIs write them; the mapping names the fields that are called otherwise. */
function turnsTrace(trace: TurnsMapping, scope: Scope): MappedTrace | undefined {
  const entries = scope.list(trace.turns);
  if (entries.length === 0) return undefined;
  const messages = entries.map((entry) => {
    if (!isObject(entry)) return entry;
    const own = new Scope({ value: entry });
    return {
      ...entry,
      ...present({
        role: own.text(trace.role),
        content: own.value(trace.content),
        reasoning_content: own.text(trace.thinking),
      }),
    };
  });
  const { turns, warnings } = readMessages(messages);
  const { problem, attempt, warnings: lost } = projectTurns(turns);
  return { attempt, problem, warnings: [...warnings, ...lost] };
}
