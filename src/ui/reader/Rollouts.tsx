import { GitBranch } from 'lucide-react';
import { useDeferredValue, useState } from 'react';
import { selectMarks } from '../../app/selectProgress';
import type { ReaderSlice, SiblingRow } from '../../app/state';
import {
  Button,
  counted,
  grouped,
  Icon,
  KeyHint,
  useActions,
  useApp,
  useStepmark,
  VerdictStrip,
} from '../parts';
import { traceHintsShown } from './stepFacts';

const SHOWN_FIRST = 8;
const STRIP_PX = 78;

/** Other attempts at the same problem. */
export function Rollouts({ reader }: { reader: Pick<ReaderSlice, 'open' | 'steps'> }) {
  const app = useStepmark();
  const [all, setAll] = useState(false);
  const outcomes = useApp(traceHintsShown);
  const { siblings, attempts, row, hasTree } = reader.open;
  if (attempts < 2) return null;
  const shown = all ? siblings : aroundCurrent(siblings, row);
  const known = siblings.filter(({ outcome }) => typeof outcome === 'boolean');
  const right = known.filter(({ outcome }) => outcome === true).length;
  return (
    <section className="side__sec stack">
      <div className="row">
        <h2 className="h grow">Rollouts</h2>
        {known.length > 0 && (
          <span className="xs ink3">
            {outcomes ? `${grouped(right)} of ${grouped(known.length)} right` : 'outcomes hidden'}
          </span>
        )}
      </div>
      <ol className="rollouts">
        {shown.map((sibling) => (
          <Rollout key={sibling.row} sibling={sibling} reader={reader} outcomes={outcomes} />
        ))}
        {shown.length < attempts && (
          <li className="ink3">
            <span />
            {all || siblings.length === shown.length ? (
              <span>{counted(attempts - shown.length, 'more', 'more')}, in the table</span>
            ) : (
              <button type="button" className="linkish" onClick={() => setAll(true)}>
                {counted(attempts - shown.length, 'more', 'more')}
              </button>
            )}
          </li>
        )}
      </ol>
      {hasTree && (
        <div className="row">
          <Button small onClick={() => app.run('trace.tree')}>
            <Icon of={GitBranch} small />
            Tree <KeyHint command="trace.tree" />
          </Button>
        </div>
      )}
    </section>
  );
}

/** The first few, the open one among them. */
function aroundCurrent(siblings: readonly SiblingRow[], row: number): readonly SiblingRow[] {
  const current = siblings.findIndex((sibling) => sibling.row === row);
  const from = Math.max(0, Math.min(current - SHOWN_FIRST + 3, siblings.length - SHOWN_FIRST));
  return siblings.slice(from, from + SHOWN_FIRST);
}

interface RolloutProps {
  sibling: SiblingRow;
  reader: Pick<ReaderSlice, 'open' | 'steps'>;
  outcomes: boolean;
}

function Rollout({ sibling, reader, outcomes }: RolloutProps) {
  const actions = useActions();
  const isCurrent = sibling.row === reader.open.row;
  const { outcome } = sibling;
  const told = !outcomes || typeof outcome !== 'boolean' ? '' : outcome ? ', right' : ', wrong';
  return (
    <li className={isCurrent ? 'is-on' : ''}>
      <span className="num">{grouped(sibling.attempt + 1)}</span>
      <button
        type="button"
        className="linkish clip"
        aria-current={isCurrent ? 'true' : undefined}
        onClick={() => actions.openRow(sibling.row)}
      >
        {sibling.generator ?? 'rollout'}
        {told}
      </button>
      {isCurrent ? <CurrentStrip /> : <VerdictStrip marks={sibling.strip} maxWidth={STRIP_PX} />}
    </li>
  );
}

/** Of the open trace: as it is judged now, not as it was when the file was read. Drawn after the step itself. */
function CurrentStrip() {
  return <VerdictStrip marks={useDeferredValue(useApp(selectMarks))} maxWidth={STRIP_PX} />;
}
