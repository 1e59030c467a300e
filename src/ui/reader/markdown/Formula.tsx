import { useLayoutEffect, useRef, useState } from 'react';
import { onDemand } from './onDemand';

const typesetting = onDemand(() => import('./typeset'));

interface Props {
  tex: string;
  display: boolean;
  /** The formula as it stands in the text, delimiters included. */
  source: string;
}

/** The source until KaTeX is here, then the formula; broken TeX stays as code. */
export function Formula({ tex, display, source }: Props) {
  const chunk = typesetting.use();
  const place = useRef<HTMLSpanElement>(null);
  const [broken, setBroken] = useState(false);
  useLayoutEffect(() => {
    if (chunk === undefined || place.current === null) return;
    if (!chunk.typeset(place.current, tex, display)) setBroken(true);
  }, [chunk, tex, display, broken]);
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
