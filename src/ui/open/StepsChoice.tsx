import type { FileSummary } from '../../app/state';
import { strategyTitle } from '../../core/segment';

export function StepsChoice({ file }: { file: FileSummary }) {
  return (
    <section className="side__sec stack stack--tight">
      <h2 className="h">Steps</h2>
      <p>{strategyTitle(file.strategy)}</p>
      <p className="xs ink2">{file.strategyBecause}</p>
    </section>
  );
}
