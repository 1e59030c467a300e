import { useMemo } from 'react';
import { onDemand } from './onDemand';
import { useWideRegion } from './wideRegion';

const highlighting = onDemand(() => import('./highlight'));

interface Props {
  code: string;
  /** The word behind the fence, as it stands there. */
  language: string;
}

export function CodeBlock({ code, language }: Props) {
  const place = useWideRegion<HTMLPreElement>('Code, wider than the column');
  return (
    <pre className="code" ref={place}>
      {language !== '' && <span className="code__lang">{language}</span>}
      <code>{language === '' ? code : <Coloured code={code} language={language} />}</code>
    </pre>
  );
}

function Coloured({ code, language }: Props) {
  const chunk = highlighting.use();
  const pieces = useMemo(() => chunk?.highlight(code, language.toLowerCase()), [chunk, code, language]);
  if (pieces === undefined) return code;
  // Pieces of one text never change their order: the position is their identity.
  return pieces.map(({ text, look }, i) =>
    look === undefined ? (
      text
    ) : (
      <span key={i} className={look}>
        {text}
      </span>
    ),
  );
}
