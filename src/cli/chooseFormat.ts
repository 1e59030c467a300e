// Which format a path is read as where nobody says it: the best that is known, else a guessed mapping. Records of
// another shape are read as what they are, as on the page.

import type { OpenedContainer } from '../core/bytes';
import {
  formatById,
  guessFormat,
  guessMapping,
  mappedFormat,
  mustAsk,
  withOtherShapes,
} from '../core/formats';
import type { TraceFormat } from '../core/formats';

/** `tell` hears what the page would ask about. undefined: nothing in the records looks like a trace. */
export function chooseFormat(
  { container, sample }: OpenedContainer,
  tell: (message: string) => void,
): TraceFormat | undefined {
  const records = { container: container.id, records: sample.map(({ value }) => value) };
  const guesses = guessFormat(records);
  const [best, ...others] = guesses;
  const guessed = best?.certain === true ? undefined : guessMapping(records);
  if (guessed && guessed.score > (best?.score ?? 0)) {
    const unsure = guessed.reasons.filter(({ ask }) => ask).map(({ role, because }) => `${role}: ${because}`);
    const check = unsure.length > 0 ? ` To be checked: ${unsure.join('; ')}.` : '';
    const missing = guessed.missing.map(({ value, count }) => `${value} (${count} times)`);
    const unknown = missing.length > 0 ? ` Values without a meaning: ${missing.join(', ')}.` : '';
    tell(
      `no known format; read by a guessed mapping, because ${guessed.because}.${check}${unknown} ` +
        `To correct it, save this and give it with --mapping: ${JSON.stringify(guessed.mapping)}`,
    );
    return withOtherShapes(mappedFormat(guessed.mapping));
  }
  const format = best && formatById(best.id);
  if (format && mustAsk(guesses)) {
    const also = others.slice(0, 3).map(({ id, because }) => `${id} (${because})`);
    const instead = also.length > 0 ? `; also possible: ${also.join(', ')}` : '';
    tell(`taken as ${format.id}, because ${best.because}${instead}`);
  }
  return format && withOtherShapes(format);
}
