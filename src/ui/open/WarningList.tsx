import type { FileSummary } from '../../app/state';
import { grouped } from '../parts';

/** Odd, but read all the same. */
export function WarningList({ file }: { file: FileSummary }) {
  // Other shapes are said beside the format.
  const warnings = file.warnings.filter(({ kind }) => !kind.startsWith('other-shape:'));
  if (warnings.length === 0) return null;
  return (
    <section className="side__sec stack stack--tight">
      <h2 className="h">Read with a remark</h2>
      <ul className="stack stack--tight xs ink2">
        {warnings.map(({ kind, reason, count }) => (
          <li key={kind} className="remark">
            <span className="num ink">{grouped(count)}</span>
            <span>{reason}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
