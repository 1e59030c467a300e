import { Download, Check } from 'lucide-react';
import { Button, Icon, KeyHint, counted, grouped, span, useApp, useNow, useStepmark } from '../parts';

export function LabelsPanel() {
  const storage = useApp((state) => state.storage);
  const savedAt = useApp((state) => state.saving.lastSavedAt);
  const now = useNow();
  const { run } = useStepmark();
  const verdicts = storage?.verdicts ?? 0;
  return (
    <section className="panel" aria-labelledby="labels-title">
      <div className="panel__head">
        <h2 className="h grow" id="labels-title">
          Your labels
        </h2>
        {savedAt !== undefined && (
          <span className="row row--keys xs ink2 saved">
            <Icon of={Check} small />
            saved {span(now - savedAt)} ago
          </span>
        )}
      </div>
      <div className="panel__body">
        <dl className="dl">
          <dt>Verdicts</dt>
          <dd className="num">{grouped(verdicts)}</dd>
          <dt>Comments</dt>
          <dd className="num">{grouped(storage?.comments ?? 0)}</dd>
          <dt>Finished texts</dt>
          <dd className="num">{grouped(storage?.annotatedTexts ?? 0)}</dd>
        </dl>
      </div>
      <div className="panel__body panel__body--next stack">
        <h3 className="h">Labels file</h3>
        <p className="xs ink2">
          {verdicts === 0
            ? 'Nothing to save yet. Every change will be in it, with its time.'
            : `${counted(verdicts, 'verdict')} live in this browser alone. A file holds every change and its time.`}
        </p>
        <Button onClick={() => run('file.saveLabels')}>
          <Icon of={Download} />
          Save now <KeyHint command="file.saveLabels" />
        </Button>
      </div>
    </section>
  );
}
