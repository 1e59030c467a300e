import type { Protocol } from '../model';
import { contentIdentity } from './contentIdentity';

/** Each step on its own merit: judging goes on after an error and a later correction does not clear it. */
export const OWN_MERIT: Protocol = {
  id: 'own-merit',
  afterFirstError: 'judge',
  correctionClears: false,
  flagPropagated: false,
  hints: 'afterVerdict',
  scope: 'all',
  bulk: true,
  carryAncestors: false,
};

/** Up to the first error, as ProcessBench and PRM800K phase 2 label. */
export const FIRST_ERROR: Protocol = {
  id: 'first-error',
  afterFirstError: 'stop',
  correctionClears: false,
  flagPropagated: false,
  hints: 'never',
  scope: 'upToFirstError',
  bulk: true,
  carryAncestors: false,
};

/** A shipped protocol by its id; one of a person's own stands for itself. */
export function protocolById(of: 'own-merit' | 'first-error' | Protocol): Protocol {
  if (typeof of === 'object') return of;
  return of === 'own-merit' ? OWN_MERIT : FIRST_ERROR;
}

/** `id@hash`, as a scope names it: other rules under an old name are another protocol. */
export function protocolIdentity(protocol: Protocol): string {
  return contentIdentity(protocol);
}

export const isShippedProtocol = (protocol: Protocol): boolean =>
  [OWN_MERIT, FIRST_ERROR].some((one) => protocolIdentity(one) === protocolIdentity(protocol));

/** Whether steps after the first error need no verdict. */
export function stopsAtFirstError(protocol: Protocol): boolean {
  return protocol.afterFirstError === 'stop' || protocol.scope === 'upToFirstError';
}
