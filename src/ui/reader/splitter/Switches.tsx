import { useState } from 'react';
import type { Strategy } from '../../../core/model';
import { MARKERS, readParams, strategyOf } from '../../../core/segment';
import type { StrategyId } from '../../../core/segment';
import { Button } from '../../parts';

interface Props {
  strategy: Strategy;
  onChange: (strategy: Strategy) => void;
}
const KINDS = ['thinking', 'response', 'answer', 'call', 'result', 'perception'] as const;
const LISTS = [
  ['asIs', 'as the strategy cuts them'],
  ['one', 'one step'],
  ['items', 'a step for each item'],
] as const;
const listed = (text: string) =>
  text
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '');

/** What the strategy looks for, and which pieces stay together. */
export function Switches({ strategy, onChange }: Props) {
  const params = readParams(strategy);
  const id = strategy.strategy as StrategyId;
  const set = (change: Record<string, unknown>) => {
    const next = Object.entries({ ...strategy.params, ...change }).filter(([, value]) => value !== undefined);
    onChange(strategyOf(id, Object.fromEntries(next)));
  };
  if (id === 'given') return null;
  return (
    <section className="side__sec stack">
      <div className="row">
        <h3 className="h grow">Switches</h3>
        <Button look="ghost" small onClick={() => onChange(strategyOf(id))}>
          Reset
        </Button>
      </div>
      {id === 'marker' && (
        <Words
          label="Markers, with commas between them"
          value={params.markers}
          placeholder={MARKERS.join(', ')}
          onChange={(markers) => set({ markers: markers.length > 0 ? markers : undefined })}
        />
      )}
      {id === 'cue' && (
        <Words
          label="Words that begin a step, with commas"
          value={params.cues ?? []}
          placeholder="Wait, Hmm, Alternatively, But, 等等 and kin"
          onChange={(cues) => set({ cues: cues.length > 0 ? cues : undefined })}
        />
      )}
      <Check isOn={params.joinFormulas} onChange={(isOn) => set({ joinFormulas: isOn || undefined })}>
        A formula or code alone stays with the text before it
      </Check>
      <Check isOn={params.joinHeadings} onChange={(isOn) => set({ joinHeadings: isOn || undefined })}>
        A heading stays with what follows
      </Check>
      <label className="row xs">
        <span className="ink2 grow">Lists</span>
        <select
          className="field split__field"
          value={params.lists}
          onChange={({ target }) => set({ lists: target.value === 'asIs' ? undefined : target.value })}
        >
          {LISTS.map(([value, word]) => (
            <option key={value} value={value}>
              {word}
            </option>
          ))}
        </select>
      </label>
      <label className="row xs">
        <span className="ink2 grow">Join steps shorter than, in characters</span>
        <input
          className="field split__field split__number num"
          type="number"
          min={0}
          max={9999}
          value={params.joinShorter === 0 ? '' : params.joinShorter}
          placeholder="none"
          onChange={({ target }) => set({ joinShorter: Number(target.value) || undefined })}
        />
      </label>
      <OwnTag tags={params.tags} onChange={(tags) => set({ tags: tags.length > 0 ? tags : undefined })} />
      <p className="xs ink2">Never cut: maths, code, tables. Always cut: between zones.</p>
    </section>
  );
}

interface CheckProps {
  isOn: boolean;
  onChange: (isOn: boolean) => void;
  children: string;
}
function Check({ isOn, onChange, children }: CheckProps) {
  return (
    <label className="row xs split__check">
      <input type="checkbox" checked={isOn} onChange={({ target }) => onChange(target.checked)} />
      {children}
    </label>
  );
}

interface WordsProps {
  label: string;
  value: readonly string[];
  placeholder: string;
  onChange: (words: string[]) => void;
}
/** The text as it is typed, so that a comma at its end stays. */
function Words({ label, value, placeholder, onChange }: WordsProps) {
  const [text, setText] = useState(value.join(', '));
  const shown = listed(text).join() === value.join() || text.trim() === '' ? text : value.join(', ');
  return (
    <label className="stack stack--tight">
      <span className="xs ink2">{label}</span>
      <input
        className="field split__field"
        value={shown}
        placeholder={placeholder}
        onChange={({ target }) => {
          setText(target.value);
          onChange(listed(target.value));
        }}
      />
    </label>
  );
}

type OwnTags = { open: string; close: string; kind: (typeof KINDS)[number] }[];

/** A pair of tags that no known model writes; it counts once both are there. */
function OwnTag({ tags, onChange }: { tags: OwnTags; onChange: (tags: OwnTags) => void }) {
  const [tag, setTag] = useState(tags[0] ?? { open: '', close: '', kind: 'thinking' as const });
  const change = (part: Partial<OwnTags[number]>) => {
    const next = { ...tag, ...part };
    setTag(next);
    const isWhole = next.open !== '' && next.close !== '';
    if (isWhole || tags.length > 0) onChange(isWhole ? [next] : []);
  };
  return (
    <fieldset className="split__tag">
      <legend className="xs ink2">Tags of your own</legend>
      <input
        className="field split__field"
        aria-label="Opening tag"
        placeholder="<plan>"
        value={tag.open}
        onChange={({ target }) => change({ open: target.value })}
      />
      <input
        className="field split__field"
        aria-label="Closing tag"
        placeholder="</plan>"
        value={tag.close}
        onChange={({ target }) => change({ close: target.value })}
      />
      <select
        className="field split__field"
        aria-label="What stands between the tags"
        value={tag.kind}
        onChange={({ target }) => change({ kind: KINDS.find((kind) => kind === target.value) ?? 'thinking' })}
      >
        {KINDS.map((kind) => (
          <option key={kind}>{kind}</option>
        ))}
      </select>
    </fieldset>
  );
}
