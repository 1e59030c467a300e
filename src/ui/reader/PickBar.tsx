import { Link2 } from 'lucide-react';
import { grouped, Icon, KeyHint, useApp, useStepmark } from '../parts';

/** In place of the tool bar while a step is picked: what for, and how to stop. */
export function PickBar() {
  const app = useStepmark();
  const picking = useApp(({ reader }) => reader?.picking);
  const at = useApp(({ reader }) => (reader?.active ?? 0) + 1);
  if (picking === undefined) return null;
  const isFix = picking.what === 'correctedAt';
  return (
    <div className="bar-tool bar-tool--pick">
      <Icon of={Link2} />
      <span className="medium nowrap">
        {isFix
          ? `Pick the step that corrects step ${grouped(picking.wrong + 1)}`
          : 'Pick the step where the trace could have stopped'}
      </span>
      <span className="ink2 clip hide-s">
        {isFix ? 'a step after it; verdicts are not touched' : 'verdicts are not touched'}
      </span>
      <span className="grow" />
      <button type="button" className="linkish nowrap" onClick={() => app.run('pick.here')}>
        <KeyHint command="pick.here" /> step {grouped(at)}
      </button>
      <button type="button" className="linkish nowrap" onClick={() => app.run('pick.leave')}>
        <KeyHint command="pick.leave" /> stop
      </button>
    </div>
  );
}
