import { selectFaults, selectMapping, selectOpenedFile, selectReading } from '../../app/selectOpened';
import { Suspense, lazy } from 'react';
import { RouteLink, useApp } from '../parts';
import { CannotOpen } from './CannotOpen';
import { FaultTable } from './FaultTable';
import { FormatChoice } from './FormatChoice';
import { LabelsFound } from './LabelsFound';
import { Previews } from './Previews';
import { ReadingHead, placeOf } from './ReadingHead';
import { StepsChoice } from './StepsChoice';
import { WarningList } from './WarningList';
import './open.css';

// Most files need none.
const MappingForm = lazy(async () => ({ default: (await import('./mapping')).MappingForm }));

export function OpenScreen() {
  const opening = useApp(selectReading);
  const file = useApp(selectOpenedFile);
  const faults = useApp(selectFaults);
  const mapping = useApp(selectMapping);
  if (mapping !== undefined) {
    return (
      <Suspense fallback={<main className="main" />}>
        <MappingForm slice={mapping} file={file} />
      </Suspense>
    );
  }
  if (opening?.state === 'failed' && opening.fault)
    return <CannotOpen opening={opening} fault={opening.fault} />;
  if (file === undefined) {
    return (
      <main className="main page">
        <div className="page__in stack">
          <h1 className="h h--screen">
            {opening ? `Opening ${opening.name}${placeOf(opening)}` : 'No file is being opened'}
          </h1>
          <p className="ink2">
            {opening ? (
              'Looking at its first bytes.'
            ) : (
              <RouteLink to={{ screen: 'library' }}>To the library</RouteLink>
            )}
          </p>
        </div>
      </main>
    );
  }
  return (
    <main className="main op">
      <section className="op__l" aria-label="What is read">
        <div className="op__in stack stack--loose">
          <ReadingHead file={file} opening={opening} />
          {opening?.progress && <Previews records={opening.progress.preview} />}
        </div>
      </section>
      <aside className="side side--r" aria-label="Format and faults">
        <FormatChoice file={file} />
        <StepsChoice file={file} />
        <LabelsFound file={file} />
        <WarningList file={file} />
        <FaultTable file={file} faults={faults} />
      </aside>
    </main>
  );
}
