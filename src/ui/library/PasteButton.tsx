import { ClipboardList } from 'lucide-react';
import { useState } from 'react';
import { Button, Icon, Key, onMac, useActions } from '../parts';
import { pastedText } from '../frame/useDroppedFiles';

const PASTE_KEY = onMac ? '⌘V' : 'Ctrl V';

/** Reads the clipboard where the browser allows it; else names the key that always works. */
export function PasteButton({ label = 'Paste' }: { label?: string }) {
  const { openFiles } = useActions();
  const [hint, setHint] = useState<string>();
  const paste = async () => {
    try {
      const text = await navigator.clipboard.readText();
      if (text.trim() === '') setHint('The clipboard holds no text.');
      else openFiles([pastedText(text)]);
    } catch {
      setHint(`The browser keeps the clipboard to itself: press ${PASTE_KEY}.`);
    }
  };
  return (
    <>
      {hint !== undefined && (
        <span className="xs ink2" role="status">
          {hint}
        </span>
      )}
      <Button onClick={() => void paste()}>
        <Icon of={ClipboardList} />
        {label} <Key>{PASTE_KEY}</Key>
      </Button>
    </>
  );
}
