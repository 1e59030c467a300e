import { Button, counted, useActions, useApp, useStepmark } from '../parts';

/** Stands where the labels are missing: beside the prompt that was edited. */
export function OtherPrompt() {
  const { run } = useStepmark();
  const { declineLabels } = useActions();
  const count = useApp(({ reader }) => reader?.otherPrompt?.length);
  if (count === undefined) return null;
  return (
    <div className="note stack stack--tight" role="status">
      <p>
        {counted(count, 'label')} {count === 1 ? 'exists' : 'exist'} for this text under another prompt. The
        steps are the same, the task is not.
      </p>
      <div className="row row--wrap">
        <Button small onClick={() => run('trace.takeOverLabels')}>
          Take over
        </Button>
        <Button look="ghost" small onClick={declineLabels}>
          Not for this prompt
        </Button>
      </div>
    </div>
  );
}
