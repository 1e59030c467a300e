import { useEffect, useRef } from 'react';
import type { FileSummary, OpeningSlice } from '../../app/state';
import { Button, Key, Note, ProgressBar, bytes, counted, grouped, span, useActions, useNow } from '../parts';

interface Props {
  file: FileSummary;
  opening: OpeningSlice | undefined;
}

export function ReadingHead({ file, opening }: Props) {
  const { navigate, stopOpening } = useActions();
  const isReading = opening?.state === 'reading';
  const { bytesRead, sizeBytes } = opening?.progress ?? { bytesRead: 1, sizeBytes: 1 };
  // A group of files is read whole, whatever was counted on the way.
  const share = file.complete ? 1 : bytesRead / Math.max(1, sizeBytes);
  const canRead = file.rows > 0;
  const first = useRef<HTMLDivElement>(null);
  // Enter reads the first trace, as the key cap on the button says.
  useEffect(() => {
    if (canRead && document.activeElement === document.body) first.current?.querySelector('button')?.focus();
  }, [canRead]);
  return (
    <div className="prog">
      <h1 className="h h--screen">{titleOf(file, opening)}</h1>
      <div className="row row--wrap">
        {isReading ? (
          <Button onClick={stopOpening}>Stop and keep what is read</Button>
        ) : (
          <Button
            unavailable={canRead ? undefined : 'No trace could be read.'}
            onClick={() => navigate({ screen: 'traces', file: file.key })}
          >
            All traces
          </Button>
        )}
        <div ref={first}>
          <Button
            look="primary"
            unavailable={
              canRead ? undefined : isReading ? 'No trace is read yet.' : 'No trace could be read.'
            }
            onClick={() => navigate({ screen: 'read', file: file.key, row: 0 })}
          >
            Read the first trace <Key>↵</Key>
          </Button>
        </div>
      </div>
      <ProgressBar value={share} label="Reading" large accent={isReading} />
      <span className="ink2">
        <span className="ink">
          {opening?.progress && isReading
            ? `${bytes(bytesRead)} of ${bytes(sizeBytes)}`
            : bytes(file.sizeBytes)}
        </span>{' '}
        {isReading ? 'read' : file.complete ? 'read to the end' : 'in the file, read in part'} ·{' '}
        {factsOf(file)}
      </span>
      {isReading && file.isOneTrace && file.sizeBytes > LARGE_BYTES && (
        <Note>
          All its records are one trace: it can be read when the whole file is, and takes memory for all of it
          ({bytes(file.sizeBytes)} on disk).
        </Note>
      )}
      {isReading && opening.progress && <TimeLeft opening={opening} share={share} />}
    </div>
  );
}

function titleOf(file: FileSummary, opening: OpeningSlice | undefined): string {
  if (opening?.state === 'reading') return `Opening ${file.name}${placeOf(opening)}`;
  if (!file.complete) return `${file.name}, as far as it was read`;
  return opening === undefined ? `How ${file.name} was read` : `${file.name} is open`;
}

export const placeOf = ({ place }: OpeningSlice) =>
  place === undefined ? '' : `, file ${place.number} of ${place.of}`;

function factsOf(file: FileSummary): string {
  const facts = [counted(file.recordsRead, 'record'), counted(file.rows, 'trace')];
  if (file.complete && file.texts < file.rows) facts.push(`${grouped(file.texts)} distinct texts`);
  facts.push(
    file.faultCount === 0
      ? 'no fault'
      : counted(file.faultCount, 'record with a fault', 'records with a fault'),
  );
  return facts.join(' · ');
}

const LARGE_BYTES = 32e6;
// Before this the rate is a guess.
const RATE_KNOWN_AFTER_MS = 1000;

function TimeLeft({ opening, share }: { opening: OpeningSlice; share: number }) {
  const elapsedMs = useNow() - opening.startedAt;
  if (elapsedMs < RATE_KNOWN_AFTER_MS || share <= 0) return null;
  return <span className="ink2 num">about {span((elapsedMs / share) * (1 - share))} left</span>;
}
