import { useState } from 'react';
import type { FileSummary } from '../../app/state';
import { Button, Note, grouped, useActions } from '../parts';
import { Worded } from './Worded';

const SHOWN = 3;

/** What each format saw in the first records; the person has the last word. */
export function FormatChoice({ file }: { file: FileSummary }) {
  const { chooseFormat, mapFields } = useActions();
  const [all, setAll] = useState(false);
  const candidates = withChosen(file);
  const guesses = candidates.filter(
    ({ id, score }, i) => all || i < SHOWN || id === file.format || score > 0.5,
  );
  const hidden = candidates.length - guesses.length;
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
              aria-describedby={`why-${guess.id}`}
              onChange={() => chooseFormat(guess.id)}
            />
            <span className={`radio${guess.id === file.format ? ' is-on' : ''}`} aria-hidden="true" />
            <span className="medium">{guess.title}</span>
            <span className="num ink2">{guess.score > 0 && guess.score.toFixed(2)}</span>
            <span className="cand__why" id={`why-${guess.id}`}>
              <Worded text={guess.because} />
            </span>
          </label>
        ))}
      </div>
      <ChoiceNote file={file} />
      <div className="row row--wrap">
        {hidden > 0 && (
          <Button small onClick={() => setAll(true)}>
            Other formats ({hidden})
          </Button>
        )}
        <Button small onClick={mapFields}>
          Map fields myself
        </Button>
        {candidates.every(({ id }) => id !== 'text') && (
          <Button small onClick={() => chooseFormat('text')}>
            As plain text
          </Button>
        )}
      </div>
      <p className="xs ink3">
        Container: {file.container}.{file.guesses.length === 1 && ' No other format fits a record.'}
      </p>
    </section>
  );
}

/** A mapping that came with the file, or a format that fits no record, was not guessed. */
function withChosen({ guesses, format, formatTitle }: FileSummary): FileSummary['guesses'] {
  if (guesses.some(({ id }) => id === format)) return guesses;
  const chosen = { id: format, title: formatTitle, score: 0, certain: false, because: 'Chosen by you.' };
  return [chosen, ...guesses];
}

/** Who chose, where the guess did not; and what else the file holds. */
function ChoiceNote({ file }: { file: FileSummary }) {
  const { forgetChoice, chooseFormat } = useActions();
  const { chosenBy, keySet, guesses, formatTitle, recordsRead } = file;
  const [best] = guesses;
  const others = file.warnings.filter(({ kind }) => kind.startsWith('other-shape:'));
  const apart = others.reduce((sum, { count }) => sum + count, 0);
  return (
    <>
      {chosenBy === 'memory' && (
        <Note>
          You chose {formatTitle} before for files with these fields.{' '}
          {keySet !== undefined && (
            <button type="button" className="linklike" onClick={() => forgetChoice(keySet)}>
              Forget this
            </button>
          )}
          {best !== undefined && best.id !== file.format && (
            <>
              {' '}
              <button type="button" className="linklike" onClick={() => chooseFormat(best.id)}>
                Read as {best.title}
              </button>
            </>
          )}
        </Note>
      )}
      {chosenBy === 'person' && keySet !== undefined && file.rows > 0 && (
        <p className="xs ink2">Chosen by you; remembered for files with the same fields.</p>
      )}
      {others.length > 0 && (
        <Note>
          {others.length === 1 ? 'Two shapes' : `${others.length + 1} shapes`} in this file:{' '}
          {grouped(recordsRead - apart)} records are {formatTitle},{' '}
          {others.map(({ reason, count }) => `${grouped(count)} are ${titleIn(reason)}`).join(', ')}. All are
          read.
        </Note>
      )}
      {chosenBy === undefined && best?.certain === false && (
        <Note tone="warn">
          {file.mapping === undefined
            ? `Not recognised for certain: ${best.title} is the closest.`
            : 'No known format fits. Its fields were guessed from their names and contents.'}{' '}
          Check the first records; if something is wrong, map the fields.
        </Note>
      )}
    </>
  );
}

const titleIn = (reason: string) => reason.replace(/^.* read as (.*)\.$/, '$1');
