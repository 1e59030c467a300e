import { passageId, type PassageId } from '../core/identity';
import { ALL_ASKED, clearedSteps, protocolById, stepsInScope } from '../core/labels';
import type { Asked } from '../core/labels';
import type { Hindsight } from '../core/model';
import { indexOfPassage, selectShown } from './selectShown';
import type { AppState, ReaderSlice } from './state';

interface Known {
  steps: ReaderSlice['steps'];
  protocol: AppState['settings']['protocol'];
  said: Hindsight | undefined;
  near: ReturnType<typeof selectShown>['near'];
  asked: Asked;
}
let known: Known | undefined;

/** What the protocol in use asks of the open trace; asked for after every key, computed once per change of it. */
export function selectAsked(state: AppState): Asked {
  const { reader, annotation, settings } = state;
  if (reader === undefined) return ALL_ASKED;
  const { steps, zones, open } = reader;
  const said = annotation.annotations.texts.get(open.trace.text);
  const { near } = selectShown(state);
  const before = known;
  if (
    before?.steps === steps &&
    before.protocol === settings.protocol &&
    before.said === said &&
    before.near === near
  )
    return before.asked;
  const protocol = protocolById(settings.protocol);
  const showing = (id: PassageId) => {
    const index = indexOfPassage(steps, id);
    if (index >= 0) return index;
    const nearly = [...near].find(([, { at }]) => passageId(at) === id)?.[0];
    return nearly === undefined ? -1 : indexOfPassage(steps, nearly);
  };
  const asked = {
    inScope: stepsInScope(protocol, steps, zones),
    cleared: clearedSteps(protocol, said, showing),
  };
  known = { steps, protocol: settings.protocol, said, near, asked };
  return asked;
}

/** Whether the protocol asks for a verdict on the step at all. */
export function isInScope(state: AppState, index: number): boolean {
  const { inScope } = selectAsked(state);
  return inScope === undefined || inScope[index] === 1;
}
