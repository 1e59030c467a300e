import { selectProgress } from '../../app/selectProgress';
import { Button, counted, KeyHint, useApp, useStepmark } from '../parts';

const FINISHED = {
  done: 'Finished.',
  partial: 'Finished as partial.',
  bad_problem: 'Set aside as a bad problem.',
  give_up: 'Given up.',
} as const;

/** What Enter does now. */
export function TraceEnd() {
  const app = useStepmark();
  const progress = useApp(selectProgress);
  const armed = useApp(({ reader }) => reader?.finishArmed === true);
  const finish = useApp(({ reader, annotation }) =>
    reader === undefined ? undefined : annotation.annotations.texts.get(reader.open.trace.text)?.finish,
  );
  const hasNext = useApp(({ reader }) => reader?.neighbours?.next !== undefined);
  if (progress === undefined) return null;
  const unjudged = progress.total - progress.judged;
  const then = hasNext ? ' and opens the next trace' : '';
  const sentence = progress.isComplete
    ? `Every step that needs a verdict has one. Enter finishes${then}.`
    : armed
      ? `${counted(unjudged, 'step')} unjudged. Enter again finishes as partial${then}.`
      : `${counted(unjudged, 'step')} unjudged. Enter goes to the first of them; a second Enter finishes as partial.`;
  return (
    <>
      <p className="xs ink2">
        {finish !== undefined && <span className="medium ink">{FINISHED[finish]} </span>}
        {sentence}
      </p>
      <Button
        tabIndex={-1}
        look={progress.isComplete ? 'primary' : 'plain'}
        onClick={() => app.run('trace.finish')}
      >
        {progress.isComplete ? 'Finish' : armed ? 'Finish as partial' : 'Go to the first unjudged step'}{' '}
        <KeyHint command="trace.finish" />
      </Button>
    </>
  );
}
