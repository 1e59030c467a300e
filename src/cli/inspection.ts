// The line that `inspect` prints of a path.

import type { Container } from '../core/bytes';
import type { Fault, FileKey } from '../core/model';
import type { Facts } from './facts';

/** Keys need a file; inspecting keeps nothing, so any will do. */
export const INSPECTED = 'inspected' as FileKey;

type NoFacts = { [K in keyof Facts as undefined extends Facts[K] ? never : K]: null };
export type Inspection = {
  path: string;
  container: string | null;
  format: string | null;
  rows: number | null;
  faults: Pick<Fault, 'position' | 'kind'>[];
} & Partial<Pick<Container, 'bom' | 'crlf' | 'codec' | 'rowGroups' | 'zipEntries'>> &
  (Facts | NoFacts);

const NOTHING: NoFacts = {
  problems: null,
  traces: null,
  givenSteps: null,
  turns: null,
  humanVerdicts: null,
  otherLabels: null,
  outcomes: null,
  scores: null,
  scoreCount: null,
  firstErrors: null,
  tree: null,
  images: null,
  firstText: null,
  lastText: null,
};

/** Of a path that could not be read: nothing but what is known. */
export function unread(
  path: string,
  fault: Fault,
  tell: (message: string) => void,
  known: { container: string | null; rows: number | null } = { container: null, rows: null },
): Inspection {
  tell(`${path}: ${fault.reason} ${fault.remedy}`);
  const { position, kind } = fault;
  return {
    path,
    container: known.container,
    format: null,
    rows: known.rows,
    ...NOTHING,
    faults: [{ position, kind }],
  };
}
