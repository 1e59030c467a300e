import { useDeferredValue } from 'react';
import { selectMarks } from '../../app/selectProgress';
import { grouped, useApp, useMedia, VerdictStrip } from '../parts';
import { VerdictControl } from './VerdictControl';

/** Three buttons for the thumb, and how far one is. Only on narrow screens, where reader.css shows it: a hidden
 *  strip of 10,000 marks would be drawn after each key. */
export function TouchBar() {
  return useMedia('(max-width: 719px)') ? <Bar /> : null;
}

function Bar() {
  const step = useApp((state) => state.reader?.steps[state.reader.active]);
  const failed = useApp(({ saving }) => saving.failed);
  const pending = useApp(({ saving }) => saving.pending);
  const marks = useDeferredValue(useApp(selectMarks));
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
