import { useState } from 'react';
import { readPasted } from '../../../app/previewSplit';
import type { Strategy, Trace } from '../../../core/model';
import { Note } from '../../parts';

interface Props {
  trace: Trace;
  /** Undefined: what is pasted is not this trace's text. */
  onFound: (strategy: Strategy | undefined) => void;
}

/** Boundaries that a model was asked for: its steps have to be the text of the trace. */
export function Pasted({ trace, onFound }: Props) {
  const [text, setText] = useState('');
  const read = readPasted(trace, text);
  return (
    <section className="side__sec stack stack--tight">
      <label className="stack stack--tight">
        <span className="xs ink2">
          Steps of this trace: a JSON list of texts, or paragraphs with blank lines between them
        </span>
        <textarea
          className="field field--area split__paste"
          rows={6}
          value={text}
          spellCheck={false}
          onChange={({ target }) => {
            setText(target.value);
            const found = readPasted(trace, target.value);
            onFound(found.ok ? found.value : undefined);
          }}
        />
      </label>
      <div role="status" className="xs ink2">
        {text.trim() === '' || read.ok ? (
          read.ok && 'Every step is found in the trace.'
        ) : (
          <Note>Not the text of this trace. {read.fault}</Note>
        )}
      </div>
    </section>
  );
}
