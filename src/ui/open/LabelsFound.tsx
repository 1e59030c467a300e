import type { FileSummary } from '../../app/state';
import { counted } from '../parts';

export function LabelsFound({ file }: { file: FileSummary }) {
  const { humanLabels, otherLabels } = file;
  return (
    <section className="side__sec stack stack--tight">
      <h2 className="h">Labels in the file</h2>
      <p className="xs ink2">
        {humanLabels === 0
          ? 'None of a person.'
          : `${counted(humanLabels, 'label')} of people. They are shown read only; a key press makes your own.`}
      </p>
      <p className="xs ink2">
        {otherLabels === 0
          ? 'None of a machine.'
          : `${counted(otherLabels, 'label')} of machines, of rules or of unknown origin: a layer apart, never your verdicts.`}
      </p>
    </section>
  );
}
