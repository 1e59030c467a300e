import { memo, useState } from 'react';
import { Button, grouped, useApp } from '../parts';
import type { PassiveItem, ZoneItem } from './listItems';
import { zoneTitle } from './listItems';
import { clampedText, countLines, isLong } from './longText';
import { breakable, StepText } from './markdown';
import { imagesIn } from './stepFacts';

const LABELS = { result: 'out', user: 'user', marker: '', gap: 'text' } as const;
const NAMES = {
  result: 'observation',
  user: 'user turn',
  marker: 'marker',
  gap: 'outside of the zones',
} as const;

/** Text that is read but not judged: results, user turns, markers. */
export const PassiveRow = memo(function PassiveRow({ item }: { item: PassiveItem }) {
  const trace = useApp(({ reader }) => reader?.open.trace);
  const [isOpened, setOpen] = useState(false);
  // A hit below the fold is no hit one can see.
  const isFoundIn = useApp(({ reader }) => {
    const hit = reader?.find?.hits[reader.find.at];
    return hit !== undefined && hit.start >= item.start && hit.start < item.end;
  });
  const isOpen = isOpened || isFoundIn;
  if (trace === undefined) return null;
  const text = trace.raw.slice(item.start, item.end).trim();
  const long = isLong(text);
  const images = imagesIn(trace, item.start, item.end);
  const shown = long && !isOpen ? clampedText(text) : text;
  return (
    <>
      <div className="step__gut">
        <span className="step__no ink3">{LABELS[item.what]}</span>
        <span className="step__nomark" />
      </div>
      <div className={long && !isOpen ? 'step__text step__text--clamped' : 'step__text'}>
        {item.what === 'user' || images !== undefined ? (
          <StepText text={shown} {...(images === undefined ? {} : { images })} />
        ) : (
          <pre className={item.what === 'marker' ? 'step__marker' : 'code code--wrap'}>
            {breakable(shown)}
          </pre>
        )}
        {long && (
          <Button small tabIndex={-1} className="step__all" onClick={() => setOpen(!isOpen)}>
            {isOpen ? 'Show less' : `Show all, ${grouped(countLines(text))} lines`}
          </Button>
        )}
      </div>
      <div className="step__foot">
        {[NAMES[item.what], item.name, `${grouped(text.length)} characters`]
          .filter((part) => part !== undefined)
          .join(', ')}{' '}
        · not judged
      </div>
    </>
  );
});

export const ZoneRow = memo(function ZoneRow({ item }: { item: ZoneItem }) {
  const first = grouped(item.firstStep + 1);
  const last = grouped(item.lastStep + 1);
  return (
    <>
      <b>{zoneTitle(item.zone)}</b>
      <span>{first === last ? `step ${first}` : `steps ${first}–${last}`}</span>
      {item.name !== undefined && <span className="ink3 mono">{item.name}</span>}
      <span className="ink3">{grouped(item.lengthUtf16)} characters</span>
      {item.marks !== '' && <span className="ink3 mono">{item.marks}</span>}
    </>
  );
});
