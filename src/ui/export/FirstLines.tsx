import { Fragment } from 'react';

// The lines are shown to be recognised, not read: a long one is cut, and says so.
const SHOWN_UNITS = 560;
// A string may be cut off by that.
const TOKEN = /("(?:[^"\\]|\\.)*(?:"|\\?$))(\s*:)?|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;

export function FirstLines({ lines }: { lines: readonly string[] }) {
  if (lines.length === 0) return null;
  return (
    <section className="stack" aria-labelledby="lines-title">
      <h2 className="h" id="lines-title">
        {lines.length === 1 ? 'The first line' : `The first ${lines.length} lines`}
      </h2>
      <div className="jl">
        {lines.map((line, i) => (
          <div key={i}>
            <span>{i + 1}</span>
            <code>
              <Coloured text={line.slice(0, SHOWN_UNITS)} />
              {line.length > SHOWN_UNITS && (
                <span className="jl__cut">
                  {' '}
                  … {(line.length - SHOWN_UNITS).toLocaleString('en-US')} more characters
                </span>
              )}
            </code>
          </div>
        ))}
      </div>
    </section>
  );
}

/** Keys, strings, numbers; −100 is marked since it means "no label". */
function Coloured({ text }: { text: string }) {
  const parts: { text: string; kind?: 'k' | 's' | 'n' | 'x' }[] = [];
  let end = 0;
  for (const match of text.matchAll(TOKEN)) {
    parts.push({ text: text.slice(end, match.index) });
    const [whole, string, colon] = match;
    const kind = string === undefined ? (whole === '-100' ? 'x' : 'n') : colon === undefined ? 's' : 'k';
    parts.push({ text: string ?? whole, kind });
    if (colon !== undefined) parts.push({ text: colon });
    end = match.index + whole.length;
  }
  parts.push({ text: text.slice(end) });
  return parts.map(({ text: part, kind }, i) =>
    kind === undefined ? (
      <Fragment key={i}>{part}</Fragment>
    ) : (
      <span key={i} className={kind}>
        {part}
      </span>
    ),
  );
}
