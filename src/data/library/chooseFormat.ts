// Which format a file is read as: what the person says now, what they said for such a file before, or the best
// guess.

import type { OpenedContainer } from '../../core/bytes';
import {
  FORMATS,
  formatById,
  guessMapping,
  rankFormats,
  keySetOf,
  mappedFormat,
  readMapping,
  withOtherShapes,
} from '../../core/formats';
import type { MappingGuess, RankedGuess, TraceFormat } from '../../core/formats';
import type { Mapping } from '../../core/model';
import { CannotOpen } from '../api';
import type { FileSummary, FormatChoice, FormatGuess } from '../api';

export interface ChosenFormat extends Pick<FileSummary, 'keySet' | 'chosenBy' | 'mapping'> {
  format: TraceFormat;
  guesses: FormatGuess[];
}
/** `remembered`: what was chosen earlier, by key set. */
export interface Choosing {
  /** Of files that belong together: they were looked at one by one. */
  guesses?: RankedGuess[];
  name: string;
  format?: string | undefined;
  mapping?: Mapping | undefined;
  remembered?: Record<string, FormatChoice> | undefined;
  /** Saved ones: each is among the formats that are guessed from. */
  mappings?: readonly Mapping[] | undefined;
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

const GUESSED_FIELDS = 'Guessed fields';

export function chooseFormat(choosing: Choosing, { container, sample }: OpenedContainer): ChosenFormat {
  const records = sample.map(({ value }) => value);
  const asSample = { container: container.id, records };
  const saved = new Map((choosing.mappings ?? []).flatMap(asFormat));
  const formats = [...FORMATS, ...[...saved.values()].map(({ format }) => format)];
  const ranked: FormatGuess[] = [...(choosing.guesses ?? rankFormats(asSample, formats))];
  // Files that belong together have their format from the group.
  const isGroup = choosing.guesses !== undefined;
  const fields = isGroup || ranked[0]?.certain === true ? undefined : guessMapping(asSample);
  if (fields !== undefined) addGuess(ranked, saved, fields);
  const guesses = ranked.map(({ id, title, score, certain, because }) => ({
    id,
    title,
    score,
    certain,
    because,
  }));
  const keySet = keySetOf(records);
  const about = { guesses, ...(keySet !== undefined && { keySet }) };
  // A choice that is the best guess needs no saying.
  const isGuess = (choice: FormatChoice) => 'format' in choice && choice.format === guesses[0]?.id;
  const said = choiceOf(choosing, saved);
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
  const fitting = saved.get(guesses[0]?.id ?? '');
  const best = formatOf({ format: guesses[0]?.id, ...(fitting && { mapping: fitting.mapping }) });
  if (best !== undefined) return { ...about, ...(fitting && { mapping: fitting.mapping }), format: best };
  throw new CannotOpen(noFormatFault(choosing.name, container.id, sample.length));
}

/** Where no format is certain the fields themselves may say more than the closest one. */
function addGuess(
  ranked: FormatGuess[],
  saved: SavedFormats,
  { mapping, score, because }: MappingGuess,
): void {
  for (const [id, one] of asFormat({ ...mapping, name: GUESSED_FIELDS })) {
    saved.set(id, one);
    const guess = { id, title: GUESSED_FIELDS, score, certain: false, because };
    const at = ranked.findIndex((other) => other.score < score);
    ranked.splice(at === -1 ? ranked.length : at, 0, guess);
  }
}

type SavedFormats = Map<string, { format: TraceFormat; mapping: Mapping }>;

/** What is wrong in a mapping was said when it was saved. */
function asFormat(mapping: Mapping): [string, { format: TraceFormat; mapping: Mapping }][] {
  const checked = readMapping(mapping);
  if (!checked.ok) return [];
  const format = mappedFormat(checked.value);
  return [[format.id, { format, mapping }]];
}

function choiceOf({ format, mapping }: Choosing, saved: SavedFormats): FormatChoice | undefined {
  if (mapping !== undefined) return { mapping };
  if (format === undefined) return undefined;
  const named = saved.get(format);
  return named === undefined ? { format } : { mapping: named.mapping };
}
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
