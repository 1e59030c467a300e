import { EXPORT_TARGETS } from '../../core/labels/export';
import { useActions } from '../parts';

const GROUPS = [...new Set(EXPORT_TARGETS.map(({ group }) => group))];

export function TargetList({ chosen }: { chosen: string }) {
  const { chooseTarget } = useActions();
  return (
    <nav className="side ex__targets" aria-label="Targets">
      {GROUPS.map((group) => (
        <section key={group} aria-label={group}>
          <h2 className="h tgg">{group}</h2>
          {EXPORT_TARGETS.filter((target) => target.group === group).map(({ id, title, hint }) => (
            <button
              key={id}
              type="button"
              className={`tg${id === chosen ? ' is-on' : ''}`}
              aria-current={id === chosen ? 'true' : undefined}
              onClick={() => chooseTarget(id)}
            >
              <span className="tg__n clip">{title}</span>
              <span className="tg__d clip">{hint}</span>
            </button>
          ))}
        </section>
      ))}
    </nav>
  );
}
