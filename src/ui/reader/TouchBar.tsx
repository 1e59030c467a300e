import { grouped, useApp, VerdictStrip } from '../parts';
import { selectMarks } from './selectMarks';
import { VerdictControl } from './VerdictControl';

/** Below 720 px: three buttons for the thumb, and how far one is. */
export function TouchBar() {
  const step = useApp((state) => state.reader?.steps[state.reader.active]);
  const failed = useApp(({ saving }) => saving.failed);
  const pending = useApp(({ saving }) => saving.pending);
  const marks = useApp(selectMarks);
  const judged = marks.filter((mark) => mark !== 'u').length;
  return (
    <div className="touch" role="region" aria-label="Judge">
      <div className="row xs ink2 touch__row">
        <span>{failed !== undefined ? 'Not saved' : pending > 0 ? 'Saving' : 'Saved'}</span>
        <span className="grow touch__strip">
          <VerdictStrip marks={marks} maxWidth={160} />
        </span>
        <span>
          {grouped(judged)} of {grouped(marks.length)}
        </span>
      </div>
      {step !== undefined && <VerdictControl step={step} />}
    </div>
  );
}
