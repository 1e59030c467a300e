import { Scissors } from 'lucide-react';
import { useState } from 'react';
import { MOST_PREVIEWED, selectPreview } from '../../../app/previewSplit';
import { selectFile } from '../../../app/selectFile';
import type { SplitScope } from '../../../app/state';
import type { Strategy } from '../../../core/model';
import { Button, counted, grouped, Key, Note, Segmented, useActions, useApp } from '../../parts';
import { DrawerFrame } from '../drawers';
import { Choices } from './Choices';
import { Lengths } from './Lengths';
import { Pasted } from './Pasted';
import { Presets } from './Presets';
import { Switches } from './Switches';
import './splitter.css';

/** Other steps for all traces of a problem, a file or all files: tried out in the text, and what becomes of the labels
 *  said, before it is done. */
export function SplitDrawer({ onLeave }: { onLeave: () => void }) {
  const actions = useActions();
  const open = useApp(({ reader }) => reader?.open);
  const inForce = useApp(({ reader }) => reader?.strategy);
  const draft = useApp(({ reader }) => reader?.draft);
  const rows = useApp((state) => (open === undefined ? 0 : (selectFile(state, open.file)?.rows ?? 0)));
  const [scope, setScope] = useState<SplitScope>('problem');
  const [isPasting, setPasting] = useState(false);
  if (open === undefined || inForce === undefined) return null;
  const strategy = draft ?? inForce;
  const tryOut = (next: Strategy) => {
    setPasting(next.strategy === 'pasted');
    actions.tryOutSplit(next);
  };
  const isWaiting = isPasting && strategy.strategy !== 'pasted';
  // A pasted list is the text of one trace: for other problems it could only be refused.
  const target = strategy.strategy === 'pasted' ? 'problem' : scope;
  const split = () => {
    if (isWaiting || (draft === undefined && target === 'problem')) return;
    actions.chooseSplit(strategy, target);
  };
  const many = target === 'problem' ? open.attempts : rows;
  const foot = (
    <>
      <Button look="primary" onClick={split} disabled={isWaiting}>
        {target === 'default' ? 'Split all files' : `Split ${counted(many, 'rollout')}`}
      </Button>
      <span className="grow" />
      <span className="nowrap">
        <Key>Z</Key> undoes it
      </span>
    </>
  );
  const aside = draft === undefined ? '' : 'preview, nothing changed yet';
  return (
    <DrawerFrame icon={Scissors} title="Split into steps" aside={aside} onLeave={onLeave} foot={foot}>
      <Presets strategy={strategy} onChoose={tryOut} />
      <Choices
        strategy={strategy}
        isPasting={isPasting}
        onChoose={tryOut}
        onPaste={() => setPasting(true)}
        onTake={split}
      />
      {isPasting ? (
        <Pasted trace={open.trace} onFound={actions.tryOutSplit} />
      ) : (
        <Switches strategy={strategy} onChange={tryOut} />
      )}
      <Lengths strategy={strategy} onSentences={tryOut} />
      <Outcome />
      <section className="side__sec stack">
        <h3 className="h">Scope</h3>
        <Segmented
          label="Scope"
          small
          value={target}
          options={[
            { value: 'problem', label: `this problem, ${grouped(open.attempts)}` },
            { value: 'file', label: `the file, ${grouped(rows)}` },
            { value: 'default', label: 'default' },
          ]}
          onChange={(value) => setScope(value as SplitScope)}
        />
        <p className="xs ink2">
          {target === 'default'
            ? 'For every file and problem without a choice of its own.'
            : 'Never one trace alone: a shared beginning has to be cut alike in all.'}
        </p>
      </section>
      {open.trace.raw.length > MOST_PREVIEWED && (
        <p className="side__sec xs ink2">
          This trace is too long to try a strategy out in it: split, and look; <Key>Z</Key> takes it back.
        </p>
      )}
    </DrawerFrame>
  );
}

/** What becomes of the labels of this trace. */
function Outcome() {
  const preview = useApp(selectPreview);
  if (preview === undefined || preview.judged === 0) return null;
  const { judged, kept, near, tray } = preview;
  return (
    <section className="side__sec">
      <Note>
        Of {counted(judged, 'judgement')} here {grouped(kept)} keep their passage, {grouped(near)} show on a
        step that is nearly the same, {grouped(tray)} would wait in the tray. None is changed.
      </Note>
    </section>
  );
}
