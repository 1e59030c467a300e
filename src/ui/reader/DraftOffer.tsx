import { indexOfPassage } from '../../app/selectShown';
import { selectDraft } from '../../app/writing';
import { Button, grouped, useApp, useStepmark } from '../parts';

/** What was typed in an earlier visit and not kept, after a crash as after a reload. */
export function DraftOffer() {
  const { run } = useStepmark();
  const draft = useApp((state) => (state.reader?.mode === 'read' ? selectDraft(state) : undefined));
  const index = useApp(({ reader }) => (draft && reader ? indexOfPassage(reader.steps, draft.passage) : -1));
  if (draft === undefined) return null;
  const what = draft.what === 'comment' ? 'A comment' : 'A rewrite';
  return (
    <div className="note stack stack--tight draft" role="status">
      <p>
        {what} on {index < 0 ? 'a step of another trace' : `step ${grouped(index + 1)}`} was typed and not
        kept: <q dir="auto">{draft.text.length > SHOWN ? `${draft.text.slice(0, SHOWN)}…` : draft.text}</q>
      </p>
      <div className="row row--wrap">
        <Button small onClick={() => run('write.takeUpDraft')}>
          Go on with it
        </Button>
        <Button look="ghost" small onClick={() => run('write.dropDraft')}>
          Discard
        </Button>
      </div>
    </div>
  );
}

const SHOWN = 80;
