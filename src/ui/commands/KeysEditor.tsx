import { useState } from 'react';
import type { KeyboardEvent } from 'react';
import type { Command } from '../../app/command';
import { STANDARD_KEYS } from '../../app/keymap';
import type { KeyLayout } from '../../app/keymap';
import { showBinding, spellKey } from '../../app/keys';
import { Button, Key, onMac, Segmented, shownBindings, useActions, useApp, useStepmark } from '../parts';

const LAYOUTS: { value: KeyLayout; label: string }[] = [
  { value: 'standard', label: 'standard' },
  { value: 'leftHand', label: 'left hand' },
  { value: 'numpad', label: 'numpad' },
];

/** Keys of one's own, kept in this browser. A key that is taken is refused, and by what is said. */
export function KeysEditor({ onDone }: { onDone: () => void }) {
  const { commands } = useStepmark();
  const actions = useActions();
  const keys = useApp(({ settings }) => settings.keys ?? STANDARD_KEYS);
  const refusal = useApp(({ message }) => message);
  const [listening, setListening] = useState<string>();
  const listen = (event: KeyboardEvent) => {
    if (listening === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    const { key, code, shiftKey, ctrlKey, altKey, metaKey, nativeEvent } = event;
    if (key === 'Escape') return setListening(undefined);
    const press = { key, code, shift: shiftKey, ctrl: ctrlKey, alt: altKey, meta: metaKey };
    const spelled = spellKey({
      ...press,
      repeat: false,
      composing: nativeEvent.isComposing,
      place: 'typing',
    });
    if (spelled === undefined) return;
    setListening(undefined);
    actions.dismissMessage();
    actions.bindKey(listening, spelled);
  };
  return (
    // One key press is caught wherever the focus is inside.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <section className="keys" aria-label="Change keys" onKeyDownCapture={listen}>
      <div className="row row--wrap keys__h">
        <Segmented
          label="Layout"
          small
          value={keys.layout}
          options={LAYOUTS}
          onChange={actions.chooseKeyLayout}
        />
        <span className="grow" />
        <Button small look="primary" onClick={onDone}>
          Done
        </Button>
      </div>
      <p className="keys__say xs ink2" role="status">
        {listening === undefined ? refusal : 'Press the new key. Esc leaves it as it is.'}
      </p>
      <ul className="keys__b">
        {commands.map((command) => (
          <KeyRow
            key={command.id}
            command={command}
            isOwn={command.id in keys.own}
            isListening={listening === command.id}
            onListen={() => setListening(command.id)}
          />
        ))}
      </ul>
    </section>
  );
}

interface RowProps {
  command: Command;
  isOwn: boolean;
  isListening: boolean;
  onListen: () => void;
}

function KeyRow({ command: { id, title, keys }, isOwn, isListening, onListen }: RowProps) {
  const actions = useActions();
  return (
    <li className="row keys__r">
      <span className="grow">{title}</span>
      {shownBindings(keys).map(({ key }) => (
        <Key key={key}>{showBinding(key, onMac)}</Key>
      ))}
      <Button small look="ghost" on={isListening} onClick={onListen}>
        {isListening ? 'Press a key' : 'Change'}
        <span className="sr">: {title}</span>
      </Button>
      {isOwn && (
        <Button small look="ghost" onClick={() => actions.bindKey(id, undefined)}>
          Back
          <span className="sr"> to its own key: {title}</span>
        </Button>
      )}
    </li>
  );
}
