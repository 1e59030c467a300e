import { ArrowDown, ArrowUp, Plus, X } from 'lucide-react';
import type { Category, LabelPack, Verdict } from '../../core/model';
import { Button, Icon, VerdictWord } from '../parts';

const KEYS = ['4', '5', '6', '7', '8'] as const;

interface Props {
  verdict: Verdict;
  pack: LabelPack;
  onChange: (pack: LabelPack) => void;
}

/** The categories under one verdict: those with a key, then those in the list that 9 opens. */
export function CategoryTable({ verdict, pack, onChange }: Props) {
  const own = pack.categories.filter(({ under }) => under === verdict);
  const onKeys = own.filter(({ key }) => key !== undefined).length;
  const put = (categories: Category[]) =>
    onChange({
      ...pack,
      categories: [...pack.categories.filter(({ under }) => under !== verdict), ...categories],
    });
  const change = (at: number, to: Category) => put(own.map((one, i) => (i === at ? to : one)));
  const move = (at: number, by: 1 | -1) => {
    const next = [...own];
    const [one] = next.splice(at, 1);
    if (one !== undefined) next.splice(at + by, 0, one);
    put(next);
  };
  const add = () => {
    const free = KEYS.find((key) => own.every((one) => one.key !== key));
    const number = own.length + 1;
    const fresh = { id: `category-${number}`, title: `category ${number}`, under: verdict };
    put([...own, free === undefined ? fresh : { ...fresh, key: free }]);
  };
  return (
    <div className="packs__card">
      <div className="row packs__cap">
        <VerdictWord verdict={verdict} />
        <span className="grow" />
        <span className="xs ink2">
          {onKeys} on keys, {own.length - onKeys} in the list
        </span>
        <Button small onClick={add}>
          <Icon of={Plus} small />
          Category
          <span className="sr"> under {verdict}</span>
        </Button>
      </div>
      {own.length > 0 && (
        <table className="packs__t">
          <thead>
            <tr>
              <th scope="col">Key</th>
              <th scope="col">Category</th>
              <th scope="col">Name in exports</th>
              <th scope="col">Can be said</th>
              <th scope="col">
                <span className="sr">Order</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {own.map((category, i) => (
              // Its fields are what is edited: only the place stays.
              <Row
                key={i}
                category={category}
                isFirst={i === 0}
                isLast={i === own.length - 1}
                onChange={(to) => change(i, to)}
                onMove={(by) => move(i, by)}
                onRemove={() => put(own.filter((_, at) => at !== i))}
              />
            ))}
          </tbody>
        </table>
      )}
    </div>
  );
}

interface RowProps {
  category: Category;
  isFirst: boolean;
  isLast: boolean;
  onChange: (to: Category) => void;
  onMove: (by: 1 | -1) => void;
  onRemove: () => void;
}

function Row({ category, isFirst, isLast, onChange, onMove, onRemove }: RowProps) {
  const { key, needsHindsight, ...rest } = category;
  const kept = needsHindsight === undefined ? rest : { ...rest, needsHindsight };
  const setKey = (to: string) => {
    const chosen = KEYS.find((one) => one === to);
    onChange(chosen === undefined ? kept : { ...kept, key: chosen });
  };
  const setWhen = (to: string) => {
    const said = key === undefined ? rest : { ...rest, key };
    onChange(to === 'later' ? { ...said, needsHindsight: true } : said);
  };
  const name = category.title;
  return (
    <tr>
      <td>
        <select
          aria-label={`Key of ${name}`}
          value={key ?? ''}
          onChange={(event) => setKey(event.target.value)}
        >
          {KEYS.map((one) => (
            <option key={one}>{one}</option>
          ))}
          <option value="">list</option>
        </select>
      </td>
      <td>
        <input
          className="field"
          aria-label={`Title of ${category.id}`}
          value={category.title}
          onChange={(event) => onChange({ ...category, title: event.target.value })}
        />
      </td>
      <td>
        <input
          className="field mono"
          aria-label={`Name in exports of ${name}`}
          value={category.id}
          onChange={(event) => onChange({ ...category, id: event.target.value })}
        />
      </td>
      <td>
        <select
          aria-label={`When ${name} can be said`}
          value={needsHindsight === true ? 'later' : 'now'}
          onChange={(event) => setWhen(event.target.value)}
        >
          <option value="now">at once</option>
          <option value="later">afterwards</option>
        </select>
      </td>
      <td className="nowrap">
        <Button
          look="ghost"
          small
          iconOnly
          aria-label={`${name} up`}
          unavailable={isFirst ? 'It is the first.' : undefined}
          onClick={() => onMove(-1)}
        >
          <Icon of={ArrowUp} small />
        </Button>
        <Button
          look="ghost"
          small
          iconOnly
          aria-label={`${name} down`}
          unavailable={isLast ? 'It is the last.' : undefined}
          onClick={() => onMove(1)}
        >
          <Icon of={ArrowDown} small />
        </Button>
        <Button look="ghost" small iconOnly aria-label={`Take ${name} away`} onClick={onRemove}>
          <Icon of={X} small />
        </Button>
      </td>
    </tr>
  );
}
