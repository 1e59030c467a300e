import type { Readback } from './exportRow';
import type { ExportTarget } from './target';

export interface ExpectedRow {
  /** Of the record, as a person is shown it. */
  position: string;
  expected: Readback;
}

function readLine(target: ExportTarget, line: string): Readback | string | undefined {
  try {
    return target.readBack(line);
  } catch {
    return 'cannot be read';
  }
}

function differenceOf(found: Readback, { position, expected }: ExpectedRow, lineNumber: number) {
  const where = `Line ${lineNumber} (${position})`;
  if (found.labels.length !== expected.labels.length) {
    return `${where}: ${found.labels.length} labels, ${expected.labels.length} were meant.`;
  }
  const at = found.labels.findIndex((label, i) => label !== expected.labels[i]);
  if (at !== -1) {
    return `${where}: label ${at + 1} is ${found.labels[at]}, ${expected.labels[at]} was meant.`;
  }
  return found.texts === expected.texts ? undefined : `${where}: the step texts differ.`;
}

/** Compares a written file, line by line as it was read back, with what was to be written (rows, then the
 *  lines of the target's `end`): the first difference in words, or undefined. Both sides may be generators, so
 *  nothing need be held; a long file may be compared in parts, each from its `firstLine` on. */
export function compareExport(
  target: ExportTarget,
  writtenLines: Iterable<string>,
  expectedRows: Iterable<ExpectedRow>,
  firstLine = 1,
): string | undefined {
  const expected = expectedRows[Symbol.iterator]();
  let lineNumber = firstLine - 1;
  for (const line of writtenLines) {
    lineNumber++;
    const found = readLine(target, line);
    if (found === undefined) continue;
    if (typeof found === 'string') return `Line ${lineNumber} ${found}.`;
    const next = expected.next();
    if (next.done) return `Line ${lineNumber} was not meant to be in the file.`;
    const difference = differenceOf(found, next.value, lineNumber);
    if (difference !== undefined) return difference;
  }
  const missing = expected.next();
  return missing.done ? undefined : `The row of ${missing.value.position} is not in the file.`;
}
