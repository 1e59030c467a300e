import { Plus, X } from 'lucide-react';
import { useState } from 'react';
import type { LabelPack } from '../../core/model';
import { Button, Icon } from '../parts';

type Rating = LabelPack['ratings'][number];
interface Props {
  pack: LabelPack;
  onChange: (pack: LabelPack) => void;
}

/** Numbers a person gives a step or the whole trace, and free tags. */
export function RatingsAndTags({ pack, onChange }: Props) {
  const [text, setText] = useState(pack.tags.join(', '));
  const put = (at: number, to: Rating | undefined) =>
    onChange({ ...pack, ratings: pack.ratings.flatMap((one, i) => (i === at ? (to ?? []) : one)) });
  const add = () =>
    onChange({
      ...pack,
      ratings: [...pack.ratings, { id: `rating ${pack.ratings.length + 1}`, on: 'trace', min: 1, max: 5 }],
    });
  return (
    <>
      <div className="packs__card">
        <div className="row packs__cap">
          <h2 className="medium">Ratings</h2>
          <span className="grow" />
          <Button small onClick={add}>
            <Icon of={Plus} small />
            Rating
          </Button>
        </div>
        {pack.ratings.map((rating, i) => (
          <RatingRow key={i} rating={rating} onChange={(to) => put(i, to)} />
        ))}
      </div>
      <label className="stack stack--tight">
        <span className="h">Tags, with commas between them</span>
        <input
          className="field"
          value={text}
          onChange={(event) => {
            setText(event.target.value);
            const tags = event.target.value.split(',').map((tag) => tag.trim());
            onChange({ ...pack, tags: tags.filter((tag) => tag !== '') });
          }}
        />
      </label>
    </>
  );
}

function RatingRow({ rating, onChange }: { rating: Rating; onChange: (to: Rating | undefined) => void }) {
  const number = (field: 'min' | 'max', words: string) => (
    <label className="row xs ink2">
      {words}
      <input
        className="field packs__n"
        type="number"
        value={rating[field]}
        onChange={(event) => onChange({ ...rating, [field]: Math.trunc(Number(event.target.value)) })}
      />
    </label>
  );
  return (
    <div className="row row--wrap packs__r">
      <input
        className="field grow"
        aria-label="Name of the rating"
        value={rating.id}
        onChange={(event) => onChange({ ...rating, id: event.target.value })}
      />
      <select
        aria-label={`What ${rating.id} is about`}
        value={rating.on}
        onChange={(event) => onChange({ ...rating, on: event.target.value === 'step' ? 'step' : 'trace' })}
      >
        <option value="step">each step</option>
        <option value="trace">the whole trace</option>
      </select>
      {number('min', 'from')}
      {number('max', 'to')}
      <Button
        look="ghost"
        small
        iconOnly
        aria-label={`Take ${rating.id} away`}
        onClick={() => onChange(undefined)}
      >
        <Icon of={X} small />
      </Button>
    </div>
  );
}
