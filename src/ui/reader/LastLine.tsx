import { useEffect, useRef } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';
import { selectPackUnder } from '../../app/selectPack';
import type { StepView } from '../../app/state';
import { categoriesFor } from '../../core/labels';
import type { Category } from '../../core/model';
import { Key, useActions, useApp, VerdictMark } from '../parts';
import { judgementOf } from './stepFacts';

interface Props {
  /** The step last judged redundant or erroneous: 4–9 toggle its categories. */
  last: StepView;
  /** It stands in its own foot beside the verdict control, which names it already. */
  own: boolean;
  /** The foot's own word stands before it. */
  behind: boolean;
}

/** "✕ step 8 erroneous 4 calculation 5 logic …": in a foot that is there anyway, so nothing moves. */
export function LastLine({ last, own, behind }: Props) {
  const judgement = useApp((state) => judgementOf(state, last.id));
  const unsaved = useApp((state) => state.annotation.unsaved.has(last.id));
  const listOpen = useApp((state) => state.reader?.allCategories === true);
  const pack = useApp(selectPackUnder);
  const verdict = judgement?.verdict;
  if (verdict === undefined || verdict === 'correct') return null;
  const name = `step ${last.index + 1}`;
  const categories = categoriesFor(pack, verdict);
  const keyless = categories.filter(({ key }) => key === undefined);
  return (
    <>
      {behind && <span className="last__sep" />}
      {!own && (
        <span className={`vw v-${verdict} last`}>
          <VerdictMark verdict={verdict} size={14} hollow={unsaved} silent />
          <span>
            {name}
            {!behind && <span className="hide-l"> {verdict}</span>}
          </span>
        </span>
      )}
      <span
        className={`why why--${verdict === 'erroneous' ? 'e' : 'r'}`}
        role="group"
        aria-label={`Category of ${name}, optional`}
      >
        {categories.map(
          (category) =>
            category.key !== undefined && (
              <CategoryChip
                key={category.id}
                category={category}
                isOn={judgement?.categories.includes(category.id) === true}
              />
            ),
        )}
        <ListChip open={listOpen} chosen={keyless.filter(({ id }) => judgement?.categories.includes(id))} />
      </span>
      {listOpen && (
        <CategoryList label={`More categories of ${name}`}>
          {keyless.map((category) => (
            <CategoryChip
              key={category.id}
              category={category}
              inList
              isOn={judgement?.categories.includes(category.id) === true}
            />
          ))}
        </CategoryList>
      )}
    </>
  );
}

/** Opened by `9` the list has the focus: arrows choose, Space or Enter sets, Esc leads back to the steps. All
 *  other keys go on to mean what they mean in the list of steps. */
function CategoryList({ label, children }: { label: string; children: ReactNode }) {
  const list = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    const steps = list.current?.closest<HTMLElement>('[data-keys]');
    list.current?.querySelector('button')?.focus({ preventScroll: true });
    return () => {
      // With the list its focus is gone.
      if (document.activeElement === document.body) steps?.focus({ preventScroll: true });
    };
  }, []);
  const onKeyDown = (event: KeyboardEvent) => {
    const chips = [...(list.current?.querySelectorAll('button') ?? [])];
    const at = chips.findIndex((chip) => chip === document.activeElement);
    const by = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (by === undefined) return;
    // Prevented, it is not for the list of steps any more.
    event.preventDefault();
    chips[(at + by + chips.length) % chips.length]?.focus({ preventScroll: true });
  };
  return (
    // Its keys count on each of its buttons.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <span className="pop why why__list" role="group" aria-label={label} ref={list} onKeyDown={onKeyDown}>
      {children}
    </span>
  );
}

function CategoryChip({
  category,
  isOn,
  inList = false,
}: {
  category: Category;
  isOn: boolean;
  inList?: boolean;
}) {
  const actions = useActions();
  return (
    <button
      type="button"
      tabIndex={inList ? 0 : -1}
      className={`why__b${isOn ? ' is-on' : ''}`}
      aria-pressed={isOn}
      onClick={() => actions.toggleCategory(category.id)}
    >
      {category.key !== undefined && <Key>{category.key}</Key>}
      {category.title}
    </button>
  );
}

function ListChip({ open, chosen }: { open: boolean; chosen: readonly Category[] }) {
  const actions = useActions();
  return (
    <button
      type="button"
      tabIndex={-1}
      className={`why__b${chosen.length > 0 ? ' is-on' : ''}`}
      aria-expanded={open}
      onClick={() => actions.showAllCategories()}
    >
      <Key>9</Key>
      {chosen.length > 0 ? chosen.map(({ title }) => title).join(', ') : 'list'}
    </button>
  );
}
