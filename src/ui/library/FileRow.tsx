import { Ellipsis, File } from 'lucide-react';
import { Suspense, lazy, useId, useState } from 'react';
import type { FileSummary } from '../../app/state';
import { Button, Icon, ProgressBar, RouteLink, bytes, counted, grouped, useActions } from '../parts';

// Opened now and then: not worth a place in the first load.
const FileMenu = lazy(async () => ({ default: (await import('./FileMenu')).FileMenu }));

interface Props {
  file: FileSummary;
  isNext: boolean;
}

export function FileRow({ file, isNext }: Props) {
  const { goOn, navigate } = useActions();
  const [open, setOpen] = useState(false);
  const menuId = useId();
  const isFinished = file.texts > 0 && file.finishedTexts === file.texts;
  const hasBegun = file.leftAt !== undefined || file.startedTexts > 0;
  return (
    <li className="file">
      <Icon of={File} />
      <div className="stack file__about">
        <RouteLink className="file__name clip" to={{ screen: 'traces', file: file.key }}>
          {file.name}
        </RouteLink>
        <span className="xs ink2 clip" title={factsOf(file)}>
          {factsOf(file)}
        </span>
      </div>
      <div className="stack stack--tight">
        <span className="xs ink2">
          <span className="ink">{grouped(file.finishedTexts)}</span> of {counted(file.texts, 'text')} finished
        </span>
        <ProgressBar
          value={file.texts === 0 ? 0 : file.finishedTexts / file.texts}
          label={`${file.name}, finished`}
        />
      </div>
      <div className="row file__do">
        {isFinished ? (
          <Button onClick={() => navigate({ screen: 'export', file: file.key })}>Export</Button>
        ) : (
          <Button
            look={isNext ? 'primary' : 'plain'}
            unavailable={file.rows === 0 ? 'No trace of this file could be read.' : undefined}
            onClick={() => goOn(file.key)}
          >
            {hasBegun ? 'Go on' : 'Read'}
          </Button>
        )}
        <Button
          look="ghost"
          iconOnly
          aria-label={`More for ${file.name}`}
          aria-expanded={open}
          aria-controls={menuId}
          on={open}
          onClick={() => setOpen(!open)}
        >
          <Icon of={Ellipsis} />
        </Button>
      </div>
      {open && (
        <Suspense fallback={null}>
          <FileMenu id={menuId} file={file} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </li>
  );
}

function factsOf(file: FileSummary): string {
  const facts = [file.formatTitle, bytes(file.sizeBytes), counted(file.rows, 'trace')];
  if (file.texts < file.rows) facts.push(`${grouped(file.texts)} of them distinct`);
  if (file.faultCount > 0)
    facts.push(counted(file.faultCount, 'record with a fault', 'records with a fault'));
  if (!file.complete) facts.push('read in part');
  if (file.keptBytes !== undefined) facts.push(`unpacked copy ${bytes(file.keptBytes)}`);
  if (file.parts !== undefined) facts.push(`${file.parts.length} files together`);
  if (file.kept === 'thisSessionOnly') facts.push(file.notKept ?? 'kept until this tab closes');
  return facts.join(' · ');
}
