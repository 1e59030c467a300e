// Which format a file is read as: what the person says now, what they said for such a file before, or the best
// guess.

import type { OpenedContainer } from '../../core/bytes';
import {
  formatById,
  guessFormat,
  keySetOf,
  mappedFormat,
  readMapping,
  withOtherShapes,
} from '../../core/formats';
import type { TraceFormat } from '../../core/formats';
import type { Mapping } from '../../core/model';
import { CannotOpen } from '../api';
import type { FileSummary, FormatChoice, FormatGuess } from '../api';

export interface ChosenFormat extends Pick<FileSummary, 'keySet' | 'chosenBy' | 'mapping'> {
  format: TraceFormat;
  guesses: FormatGuess[];
}
/** `remembered`: what was chosen earlier, by key set. */
export interface Choosing {
  name: string;
  format?: string | undefined;
  mapping?: Mapping | undefined;
  remembered?: Record<string, FormatChoice> | undefined;
}

/** By id, or by a mapping where there is one; undefined: it is not known. Files of two shapes are read whole, but a
 *  format that a person chose against the guess reads what it can and nothing else. */
export function formatOf({
  format,
  mapping,
  chosenBy,
}: Pick<FileSummary, 'mapping' | 'chosenBy'> & { format?: string | undefined }): TraceFormat | undefined {
  if (mapping !== undefined) {
    const checked = readMapping(mapping);
    return checked.ok ? withOtherShapes(mappedFormat(checked.value)) : undefined;
  }
  const known = formatById(format ?? '');
  return known && chosenBy === undefined ? withOtherShapes(known) : known;
}

export function chooseFormat(choosing: Choosing, { container, sample }: OpenedContainer): ChosenFormat {
  const records = sample.map(({ value }) => value);
  const guesses = guessFormat({ container: container.id, records }).map(
    ({ id, title, score, certain, because }) => ({ id, title, score, certain, because }),
  );
  const keySet = keySetOf(records);
  const about = { guesses, ...(keySet !== undefined && { keySet }) };
  // A choice that is the best guess needs no saying.
  const isGuess = (choice: FormatChoice) => 'format' in choice && choice.format === guesses[0]?.id;
  const said = choiceOf(choosing);
  if (said !== undefined && !isGuess(said)) {
    const format = formatOf({ ...said, chosenBy: 'person' });
    if (format !== undefined) return { ...about, ...withMapping(said), format, chosenBy: 'person' };
    throw new CannotOpen(unknownFault(choosing));
  }
  const before = said === undefined && keySet !== undefined ? choosing.remembered?.[keySet] : undefined;
  if (before !== undefined && !isGuess(before)) {
    const format = formatOf({ ...before, chosenBy: 'memory' });
    // Of an older version, perhaps: the guess decides.
    if (format !== undefined) return { ...about, ...withMapping(before), format, chosenBy: 'memory' };
  }
  const best = formatOf({ format: guesses[0]?.id });
  if (best !== undefined) return { ...about, format: best };
  throw new CannotOpen(noFormatFault(choosing.name, container.id, sample.length));
}

const choiceOf = ({ format, mapping }: Choosing): FormatChoice | undefined =>
  mapping !== undefined ? { mapping } : format === undefined ? undefined : { format };
const withMapping = (choice: FormatChoice) => ('mapping' in choice ? { mapping: choice.mapping } : {});

function unknownFault({ mapping, format = '' }: Choosing) {
  const checked = mapping === undefined ? undefined : readMapping(mapping);
  const wrong = checked?.ok === false ? checked.fault : undefined;
  return {
    position: '$',
    kind: 'wrong-mapping',
    reason: wrong?.reason ?? `There is no format “${format}” here.`,
    remedy: wrong?.remedy ?? 'Choose another format.',
  };
}

const noFormatFault = (name: string, container: string, records: number) => ({
  position: '$',
  kind: 'no-format',
  reason:
    records === 0
      ? `${name} holds no record (container ${container}).`
      : `No format fits the first ${records} records of ${name} (container ${container}).`,
  remedy:
    records === 0
      ? 'Check that it is a file of reasoning traces, or open it as plain text.'
      : 'Say which of its fields is what, or open it as plain text.',
});
