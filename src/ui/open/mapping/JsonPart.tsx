import { useState } from 'react';
import type { Mapping } from '../../../core/model';
import { Button } from '../../parts';

/** All of it, for what the form has no field for. */
export function JsonPart({ mapping, onChange }: { mapping: Mapping; onChange: (mapping: Mapping) => void }) {
  const [text, setText] = useState<string>();
  const [wrong, setWrong] = useState<string>();
  const take = () => {
    try {
      onChange(JSON.parse(text ?? '') as Mapping);
      setText(undefined);
      setWrong(undefined);
    } catch (error) {
      setWrong(error instanceof Error ? error.message : String(error));
    }
  };
  return (
    <details className="json" onToggle={() => setText(undefined)}>
      <summary className="medium">The mapping as JSON</summary>
      <div className="stack stack--tight">
        <textarea
          className="field field--area mono json__t"
          aria-label="The mapping as JSON"
          rows={14}
          spellCheck={false}
          value={text ?? JSON.stringify(mapping, null, 2)}
          onChange={(event) => setText(event.target.value)}
        />
        {wrong !== undefined && (
          <p className="xs map__ask" role="alert">
            This is no JSON: {wrong}
          </p>
        )}
        {text !== undefined && (
          <div className="row">
            <Button small onClick={take}>
              Take these changes
            </Button>
            <Button small look="ghost" onClick={() => setText(undefined)}>
              Drop them
            </Button>
          </div>
        )}
      </div>
    </details>
  );
}
