import { packUnder, protocolById, REASONING_STEPS } from '../core/labels';
import type { LabelPack, Protocol } from '../core/model';
import type { AppState } from './state';

/** The pack in use. */
export function selectPack({ settings }: AppState): LabelPack {
  return settings.pack ?? REASONING_STEPS;
}

/** The pack in use with what the protocol adds to it: what steps are judged by. */
export function selectPackUnder(state: AppState): LabelPack {
  return packUnder(selectProtocol(state), selectPack(state));
}

/** The protocol in use. */
export function selectProtocol({ settings }: AppState): Protocol {
  return protocolById(settings.protocol);
}

/** What a category is called; one that another pack gave keeps its name. */
export function titleOfCategory(pack: LabelPack, id: string): string {
  return pack.categories.find((one) => one.id === id)?.title ?? id;
}
