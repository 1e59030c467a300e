import { labelsOf } from '../../../app/mapping';
import type { MappingPreview } from '../../../app/state';
import type { Mapping } from '../../../core/model';

/** Where the wrong step lies under both ways of counting, in the first records that name one: the text says which is
 *  meant. */
export function BaseQuestion({
  mapping,
  preview,
}: {
  mapping: Mapping;
  preview: MappingPreview | undefined;
}) {
  const labels = labelsOf(mapping);
  if (labels === undefined || (labels.kind !== 'firstError' && labels.kind !== 'errorList')) return null;
  const rows = (preview?.records ?? []).flatMap(({ position, steps, verdicts }) => {
    const at = verdicts.indexOf('erroneous');
    return at === -1 ? [] : [{ position, readings: readingsOf(steps, at, labels.base) }];
  });
  if (rows.length === 0) return null;
  return (
    <table className="tbl base" aria-label="The wrong step under both ways of counting">
      <thead>
        <tr>
          <th scope="col">Record</th>
          <th scope="col">first step is 0</th>
          <th scope="col">first step is 1</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ position, readings }) => (
          <tr key={position}>
            <td>{position}</td>
            {readings.map((text, base) => (
              <td key={base} className={base === labels.base ? '' : 'ink3'}>
                <span className="prose clip base__t">{text ?? 'no such step'}</span>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const readingsOf = (steps: readonly string[], at: number, base: 0 | 1) =>
  base === 0 ? [steps[at], steps[at - 1]] : [steps[at + 1], steps[at]];
