import { File } from 'lucide-react';
import type { OpeningSlice } from '../../app/state';
import { Button, Icon, ProgressBar, RouteLink, bytes, counted, useActions } from '../parts';

export function ReadingRow({ opening }: { opening: OpeningSlice }) {
  const { stopOpening } = useActions();
  const { progress } = opening;
  const share = progress === undefined ? 0 : progress.bytesRead / Math.max(1, progress.sizeBytes);
  return (
    <li className="file">
      <Icon of={File} />
      <div className="stack file__about">
        <RouteLink className="file__name clip" to={{ screen: 'open' }}>
          {opening.name}
        </RouteLink>
        <span className="xs ink2 clip">
          {progress === undefined
            ? 'Looking at its first bytes'
            : `${progress.summary.formatTitle} · ${counted(progress.summary.rows, 'trace')} so far`}
        </span>
      </div>
      <div className="stack stack--tight">
        <span className="xs ink2">
          {progress === undefined
            ? 'Reading'
            : `${bytes(progress.bytesRead)} of ${bytes(progress.sizeBytes)} read`}
        </span>
        <ProgressBar value={share} label={`Reading ${opening.name}`} accent />
      </div>
      <div className="row file__do">
        <Button onClick={stopOpening}>Stop</Button>
      </div>
    </li>
  );
}
