import { useEffect, useState } from 'react';
import type { OpenInput } from '../../app/state';
import { droppedFiles, filesOf } from './droppedFiles';

/** Files dropped anywhere on the page; true while something that holds files hovers over it. */
export function useDroppedFiles(openFiles: (inputs: OpenInput[]) => void): boolean {
  const [isOver, setIsOver] = useState(false);
  useEffect(() => {
    const holdsFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') === true;
    const over = (event: DragEvent) => {
      if (!holdsFiles(event)) return;
      event.preventDefault();
      setIsOver(true);
    };
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) setIsOver(false);
    };
    const drop = (event: DragEvent) => {
      setIsOver(false);
      if (!holdsFiles(event)) return;
      event.preventDefault();
      void droppedFiles(event.dataTransfer).then((inputs) => {
        if (inputs.length > 0) openFiles(inputs);
      });
    };
    window.addEventListener('dragover', over);
    window.addEventListener('dragleave', leave);
    window.addEventListener('drop', drop);
    return () => {
      window.removeEventListener('dragover', over);
      window.removeEventListener('dragleave', leave);
      window.removeEventListener('drop', drop);
    };
  }, [openFiles]);
  return isOver;
}

/** Text or files pasted while nobody types. */
export function usePastedFiles(openFiles: (inputs: OpenInput[]) => void): void {
  useEffect(() => {
    const paste = (event: ClipboardEvent) => {
      if (isTyping(event.target)) return;
      const inputs = filesOf(event.clipboardData?.files);
      const text = event.clipboardData?.getData('text/plain') ?? '';
      if (inputs.length > 0) openFiles(inputs);
      else if (text.trim() !== '') openFiles([pastedText(text)]);
      else return;
      event.preventDefault();
    };
    document.addEventListener('paste', paste);
    return () => document.removeEventListener('paste', paste);
  }, [openFiles]);
}

export function pastedText(text: string): OpenInput {
  return { name: 'pasted text', blob: new Blob([text], { type: 'text/plain' }) };
}

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName));
