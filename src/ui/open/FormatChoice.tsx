import { useState } from 'react';
import type { FileSummary } from '../../app/state';
import { Button, useActions } from '../parts';

const SHOWN = 3;

/** What each format saw in the first records; the person has the last word. */
export function FormatChoice({ file, canChoose }: { file: FileSummary; canChoose: boolean }) {
  const { chooseFormat } = useActions();
  const [all, setAll] = useState(false);
  const guesses = file.guesses.filter(
    ({ id, score }, i) => all || i < SHOWN || id === file.format || score > 0.5,
  );
  const hidden = file.guesses.length - guesses.length;
  return (
    <section className="side__sec stack">
      <div className="row">
        <h2 className="h grow" id="format-title">
          Format
        </h2>
        <span className="xs ink3">from the content, not from the name</span>
      </div>
      <div className="stack stack--tight" role="radiogroup" aria-labelledby="format-title">
        {guesses.map((guess) => (
          <label key={guess.id} className={`cand${guess.id === file.format ? ' is-on' : ''}`}>
            <input
              type="radio"
              className="sr"
              name="format"
              checked={guess.id === file.format}
              disabled={!canChoose}
              aria-describedby={`why-${guess.id}`}
              onChange={() => chooseFormat(guess.id)}
            />
            <span className={`radio${guess.id === file.format ? ' is-on' : ''}`} aria-hidden="true" />
            <span className="medium">{guess.title}</span>
            <span className="num ink2">{guess.score.toFixed(2)}</span>
            <span className="cand__why" id={`why-${guess.id}`}>
              <Worded text={guess.because} />
            </span>
          </label>
        ))}
      </div>
      {hidden > 0 && (
        <div className="row">
          <Button small onClick={() => setAll(true)}>
            Other formats ({hidden})
          </Button>
        </div>
      )}
      <p className="xs ink3">
        Container: {file.container}.{!canChoose && ' To read it in another format, drop the file again.'}
      </p>
    </section>
  );
}

/** Field names stand between backticks. */
function Worded({ text }: { text: string }) {
  return text.split('`').map((part, i) =>
    i % 2 === 0 ? (
      part
    ) : (
      <span key={i} className="mono">
        {part}
      </span>
    ),
  );
}
