import { useLayoutEffect, useState } from 'react';
import { onDemand } from './onDemand';
import { useWideRegion } from './wideRegion';

export const typesetting = onDemand(() => import('./typeset'));

export interface FormulaProps {
  tex: string;
  display: boolean;
  /** The formula as it stands in the text, delimiters included. */
  source: string;
}

/** The source until KaTeX is here, then the formula; broken TeX stays as code. */
export function Formula({ tex, display, source }: FormulaProps) {
  const chunk = typesetting.use();
  const [broken, setBroken] = useState(false);
  const isDrawn = chunk !== undefined && !broken;
  const place = useWideRegion<HTMLSpanElement>('Formula, wider than the column', display && isDrawn);
  useLayoutEffect(() => {
    if (chunk === undefined || place.current === null) return;
    if (!chunk.typeset(place.current, tex, display)) setBroken(true);
  }, [place, chunk, tex, display, broken]);
  if (broken) return <code className="md-code md-code--broken">{source}</code>;
  // The key remounts the place: what KaTeX wrote into it is not React's.
  return chunk === undefined ? (
    <code key="source" className={display ? 'md-code md-tex md-tex--display' : 'md-code md-tex'}>
      {source}
    </code>
  ) : (
    <span key="formula" ref={place} className={display ? 'md-math md-math--display' : 'md-math'} />
  );
}
