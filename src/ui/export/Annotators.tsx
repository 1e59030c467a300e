import { useState } from 'react';
import type { AnnotatorChoice, ExportSlice } from '../../app/state';
import { Button, counted, useActions, useApp } from '../parts';

/** One annotator an export: a person here, or someone the file names. */
export function Annotators({ exporting }: { exporting: ExportSlice }) {
  const { chooseAnnotator } = useActions();
  const name = useApp((state) => state.settings.annotator);
  const { annotators, annotator } = exporting;
  return (
    <section className="stack" aria-labelledby="who-title">
      <h2 className="h" id="who-title">
        Whose labels
      </h2>
      {annotators.length === 0 ? (
        <p className="ink2">Nobody has judged this file yet, and it names no annotator.</p>
      ) : (
        <div className="stack stack--tight" role="radiogroup" aria-labelledby="who-title">
          {annotators.map((choice) => (
            <label key={`${choice.from} ${choice.name}`} className="who">
              <input
                type="radio"
                name="annotator"
                checked={choice.name === annotator}
                onChange={() => chooseAnnotator(choice.name)}
              />
              <span className="medium">{choice.name === 'me' ? 'you' : choice.name}</span>
              <span className="ink2">{aboutOf(choice, name)}</span>
            </label>
          ))}
        </div>
      )}
      {name === 'me' && annotator === 'me' && <NameField />}
    </section>
  );
}

function aboutOf({ name, from, verdicts }: AnnotatorChoice, me: string): string {
  const origin = from === 'file' ? 'named by the file' : name === me ? 'judged here' : 'in your log';
  return `${counted(verdicts, 'verdict')}, ${origin}`;
}

/** Asked for before the first export, since it stands beside the labels for good. */
function NameField() {
  const { changeSettings } = useActions();
  const [name, setName] = useState('');
  const said = name.trim();
  return (
    <form
      className="row row--wrap name"
      onSubmit={(event) => {
        event.preventDefault();
        if (said !== '' && said !== 'me') changeSettings({ annotator: said });
      }}
    >
      <label className="field name__f">
        <span className="ink2 nowrap">Your name</span>
        <input
          className="grow"
          value={name}
          maxLength={80}
          autoComplete="off"
          aria-describedby="name-why"
          onChange={(event) => setName(event.target.value)}
        />
      </label>
      <Button type="submit" unavailable={said === '' || said === 'me' ? 'Write a name first.' : undefined}>
        Use this name
      </Button>
      <p className="xs ink2 name__why" id="name-why">
        It is written beside the labels, so that they can be told from a colleague’s. Initials are enough.
      </p>
    </form>
  );
}
