import { useMemo } from 'react';
import type { CSSProperties } from 'react';
import type { Verdict } from '../../core/model';
import { KeyHint, VerdictWord, grouped } from '../parts';
import { pathWord } from './openTree';
import { ADVANTAGE, FormulaCard } from './FormulaCard';
import type { Scene } from './scene';
import { isLeftBehind } from './viewOptions';
import { signed } from './treeValues';

export function Legend({ scene }: { scene: Scene }) {
  return (
    <div className="pop legend">
      {(scene.colour === 'value' || scene.colour === 'advantage') && <ValueKey scene={scene} />}
      {scene.colour === 'verdict' && <VerdictKey />}
      {scene.colour === 'disagreement' && <DisagreementKey />}
      {scene.drawn.extents.mostThrough > 1 && <SizeKey scene={scene} />}
      <LineKey scene={scene} />
    </div>
  );
}

function ValueKey({ scene }: { scene: Scene }) {
  const { named, shownScale: scale, allShown, colour } = scene;
  if (named === undefined || scale === undefined) return null;
  const [low, high] = scale.range;
  const label = (value: number) => (low < 0 ? signed(value) : Number(value.toFixed(2)));
  return (
    <div>
      <div className="legend__t row row--tight">
        <span className="clip">{colour === 'advantage' ? `advantage, ${named.title}` : named.title}</span>
        <FormulaCard formula={colour === 'advantage' ? ADVANTAGE : named.formula} of={named.title} />
      </div>
      <div className="sw">
        {scale.colours.map((colour) => (
          <i key={colour} style={{ '--c': `var(${colour})` } as CSSProperties} />
        ))}
      </div>
      <div className="lab">
        <span>{label(low)}</span>
        <span>{label((low + high) / 2)}</span>
        <span>{label(high)}</span>
      </div>
      {!allShown && (
        <div className="legend__w">
          <i className="legend__hatch" /> withheld
        </div>
      )}
    </div>
  );
}

const VERDICTS: readonly Verdict[] = ['correct', 'redundant', 'erroneous'];

function VerdictKey() {
  return (
    <div>
      <div className="legend__t">Verdict</div>
      <div className="row row--loose">
        {VERDICTS.map((verdict) => (
          <VerdictWord key={verdict} verdict={verdict} />
        ))}
        <VerdictWord verdict="unjudged" />
      </div>
    </div>
  );
}

/** Fill by kind, as `paintByDisagreement` draws it. */
function DisagreementKey() {
  return (
    <div>
      <div className="legend__t">Disagreement</div>
      <div className="row row--loose xs">
        <span className="row row--tight">
          <i className="legend__dot" /> none
        </span>
        <span className="row row--tight">
          <i className="legend__dot legend__dot--value" /> verdict against the value
        </span>
        <span className="row row--tight">
          <i className="legend__dot legend__dot--people" /> annotators differ
        </span>
      </div>
    </div>
  );
}

function SizeKey({ scene: { open, drawn } }: { scene: Scene }) {
  const most = drawn.extents.mostThrough;
  const sizes = [...new Set([1, Math.max(1, Math.round(most / 4)), most])];
  return (
    <div>
      <div className="legend__t">{pathWord(open) === 'path' ? 'Paths' : 'Rollouts'}</div>
      <div className="row">
        {sizes.map((rollouts) => {
          const radius = 5.5 + 12.5 * Math.sqrt(rollouts / most);
          // Three figures fit into the largest circle only.
          const text = grouped(rollouts);
          const isInside = text.length <= (radius > 15 ? 3 : 2);
          return (
            <span key={rollouts} className="row row--tight">
              <span className="legend__size" style={{ '--d': `${radius * 2}px` } as CSSProperties}>
                {isInside && text}
              </span>
              {!isInside && text}
            </span>
          );
        })}
      </div>
    </div>
  );
}

function LineKey({ scene: { best, open, strong, hidden, drawn } }: { scene: Scene }) {
  const hasLeft = useMemo(
    () => open.tree.parent.some((_, node) => node > 0 && isLeftBehind(open, node)),
    [open],
  );
  return (
    <div className="legend__lines">
      {best.size > 1 && (
        <span>
          <i className="legend__line legend__line--best" /> {strong === 'best' ? 'best path' : 'most visited'}
        </span>
      )}
      <span>
        <i className="legend__line" /> in the reader
      </span>
      {hasLeft && (
        <span>
          <i className="legend__line legend__line--left" /> not gone on with
        </span>
      )}
      {drawn.chains !== undefined && drawn.chains.counts.size > 0 && (
        <span>
          <i className="legend__pill">+n</i> steps of a chain <KeyHint command="tree.openChain" />
        </span>
      )}
      {hidden?.folded.some((count) => count > 0) === true && (
        <span>
          <i className="legend__pill">+n</i> folded here
        </span>
      )}
      {open.tree.extraParents.length > 0 && (
        <span>
          <i className="legend__line legend__line--second" /> second parent
        </span>
      )}
    </div>
  );
}
