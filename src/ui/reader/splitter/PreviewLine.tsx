import { previewMark } from '../../../app/previewSplit';
import type { StepView } from '../../../app/state';
import { useApp } from '../../parts';

/** Over a step while a strategy is tried out: solid where it would be cut, dotted where it would be joined. */
export function PreviewLine({ step }: { step: StepView }) {
  const text = useApp((state) => previewMark(state, step)?.text);
  const kind = useApp((state) => previewMark(state, step)?.kind);
  if (text === undefined) return null;
  return (
    <span className={`spv spv--${kind}`}>
      <b>{text}</b>
    </span>
  );
}
