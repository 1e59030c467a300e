import { useState } from 'react';
import { selectPreference } from '../../app/comparison';
import type { Comparison } from '../../app/comparison';
import type { Passage } from '../../core/model';
import { passagesAt } from '../../core/tree';
import type { AlignedLevel } from '../../core/tree';
import { Segmented, useActions, useApp } from '../parts';

interface Props {
  comparison: Comparison;
  level: AlignedLevel;
  /** Siblings that the rollouts go on with. */
  nodes: readonly number[];
  /** Which divergence of the screen, from 0. */
  order: number;
}
const ORDINALS = ['First', 'Second', 'Third'];

/** Where rollouts part: who goes where, and which way is better. */
export function Divergence({ comparison, level, nodes, order }: Props) {
  const siblings = useApp(({ reader }) => reader?.open.siblings);
  const groups = nodes.map((node) => {
    const cell = level.cells.find((one) => one.node === node)!;
    const rows = comparison.rows.slice(cell.from, cell.to + 1);
    return {
      node,
      name: rows.map((row) => (siblings?.find((one) => one.row === row)?.attempt ?? row) + 1).join(', '),
      at: passagesAt(comparison.open.passages, node)[0],
    };
  });
  const pairs = groups.flatMap((a, i) => groups.slice(i + 1).map((b) => [a, b] as const));
  return (
    <div className={`div${order === 0 ? '' : ' div--2'}`}>
      <span>
        <b>
          {ORDINALS[order] ?? 'Next'} divergence, step {level.level}
        </b>{' '}
        {groups.map(({ name }) => `rollout ${name}`).join(' from ')}
      </span>
      {pairs.map(([a, b]) =>
        a.at === undefined || b.at === undefined ? null : (
          <Prefer key={`${a.node} ${b.node}`} a={{ ...a, at: a.at }} b={{ ...b, at: b.at }} />
        ),
      )}
    </div>
  );
}

interface Way {
  name: string;
  at: Passage;
}

function Prefer({ a, b }: { a: Way; b: Way }) {
  const { prefer } = useActions();
  const said = useApp((state) => selectPreference(state, a.at, b.at));
  const isFirst = said?.better.upTo === a.at.upTo;
  return (
    <span className="div__p">
      <Segmented
        label={`Preference between ${a.name} and ${b.name}`}
        small
        value={said === undefined ? 'none' : isFirst ? 'a' : 'b'}
        options={[
          { value: 'a', label: `${a.name} over ${b.name}` },
          { value: 'b', label: `${b.name} over ${a.name}` },
          { value: 'none', label: 'no preference' },
        ]}
        onChange={(value) => {
          const principle = said?.principle;
          const kept = principle === undefined ? {} : { principle };
          if (value === 'a') prefer(a.at, b.at, kept);
          else if (value === 'b') prefer(b.at, a.at, kept);
          else prefer(a.at, b.at, undefined);
        }}
      />
      {said !== undefined && (
        <Principle
          key={said.principle ?? ''}
          principle={said.principle ?? ''}
          onChange={(principle) => prefer(said.better, said.worse, { principle })}
        />
      )}
    </span>
  );
}

/** One change when the field is left. */
function Principle({ principle, onChange }: { principle: string; onChange: (principle: string) => void }) {
  const [text, setText] = useState(principle);
  return (
    <input
      className="field div__i"
      aria-label="Principle, optional"
      placeholder="Principle, optional"
      value={text}
      onChange={(event) => setText(event.currentTarget.value)}
      onBlur={() => text !== principle && onChange(text)}
      onKeyDown={(event) => event.key === 'Enter' && event.currentTarget.blur()}
    />
  );
}
