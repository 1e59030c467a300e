import { useState } from 'react';
import type { FileSummary } from '../../app/state';
import { Button, counted, useActions } from '../parts';

interface Props {
  id: string;
  file: FileSummary;
  onClose: () => void;
}

/** What else can be done with a file. Forgetting cannot be undone, so its consequences are said first. */
export function FileMenu({ id, file, onClose }: Props) {
  const { navigate, forgetFile } = useActions();
  const [asks, setAsks] = useState(false);
  if (asks) {
    return (
      <div className="file__more note note--warn" id={id} role="group" aria-label={`Forget ${file.name}`}>
        <span className="grow">
          The copy of {file.name} and its index leave this browser.{' '}
          {file.startedTexts === 0
            ? 'It has no labels of yours.'
            : `Your labels on ${counted(file.startedTexts, 'text')} stay: drop the same file again and they are there.`}
        </span>
        <Button small onClick={() => forgetFile(file.key)}>
          Forget the file
        </Button>
        <Button small look="ghost" onClick={onClose}>
          Keep it
        </Button>
      </div>
    );
  }
  return (
    <div className="file__more row row--wrap" id={id} role="group" aria-label={`More for ${file.name}`}>
      <Button small onClick={() => navigate({ screen: 'traces', file: file.key })}>
        All traces
      </Button>
      <Button small onClick={() => navigate({ screen: 'export', file: file.key })}>
        Export
      </Button>
      <Button small onClick={() => navigate({ screen: 'open', file: file.key })}>
        How it was read
      </Button>
      <span className="grow" />
      <Button small look="ghost" onClick={() => setAsks(true)}>
        Forget…
      </Button>
    </div>
  );
}
