import { Pause, Play } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Button, Icon, grouped } from '../parts';

interface Props {
  range: [number, number];
  /** undefined: at the end. */
  at: number | undefined;
  nodes: number;
  onChange: (at: number | undefined) => void;
}
const STEP_MS = 120;

/** The search in the order in which the file says it went. */
export function Replay({ range: [first, last], at, nodes, onChange }: Props) {
  const [isPlaying, setPlaying] = useState(false);
  const now = at ?? last;
  useEffect(() => {
    if (!isPlaying) return undefined;
    const timer = setTimeout(() => {
      if (now + 1 >= last) setPlaying(false);
      onChange(now + 1 >= last ? undefined : now + 1);
    }, STEP_MS);
    return () => clearTimeout(timer);
  }, [isPlaying, now, last, onChange]);
  const play = () => {
    if (!isPlaying && now >= last) onChange(first);
    setPlaying(!isPlaying);
  };
  return (
    <div className="pop replay">
      <Button iconOnly small aria-label={isPlaying ? 'Pause the replay' : 'Replay the search'} onClick={play}>
        <Icon of={isPlaying ? Pause : Play} small />
      </Button>
      <input
        type="range"
        className="replay__r"
        aria-label="How far the search is replayed"
        aria-valuetext={`visit ${now} of ${last}`}
        min={first}
        max={last}
        value={now}
        onChange={(event) => {
          setPlaying(false);
          const to = Number(event.currentTarget.value);
          onChange(to >= last ? undefined : to);
        }}
      />
      <span className="xs ink2 replay__t">
        visit {grouped(now)} of {grouped(last)}
        <br />
        {grouped(nodes)} nodes so far
      </span>
    </div>
  );
}
