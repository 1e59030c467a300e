import type { TreeSlice } from '../../app/state';
import { selectValueSets } from '../../app/treeInsight';
import { Segmented, useActions } from '../parts';
import type { Scene } from './scene';
import type { TreeLook } from './TreeScreen';
import { ViewSelects } from './ViewSelects';
import type { ViewOptions } from './viewOptions';

interface Props {
  scene: Scene;
  slice: TreeSlice;
  look: TreeLook;
  onLook: (look: TreeLook) => void;
  view: ViewOptions;
  onView: (view: ViewOptions) => void;
}

export function TreeToolBar({ scene, slice, look, onLook, view, onView }: Props) {
  const { colourTree } = useActions();
  const sets = selectValueSets(scene.open.tree);
  const noValues = sets.length === 0 ? { unavailable: 'The tree has no value for any node.' } : {};
  return (
    <div className="bar-tool">
      <span className="xs ink2" aria-hidden="true">
        Colour
      </span>
      <Segmented
        label="Colour"
        small
        value={scene.colour}
        options={[
          { value: 'value', label: 'value', ...noValues },
          { value: 'advantage', label: 'advantage', ...noValues },
          { value: 'verdict', label: 'verdict' },
          { value: 'disagreement', label: 'disagreement' },
        ]}
        onChange={(colour) => colourTree(colour)}
      />
      {sets.length > 1 && (
        <label className="field field--quiet xs tree__set">
          <span className="sr">Value set</span>
          <select
            value={slice.valueSet}
            onChange={(event) =>
              colourTree(
                scene.colour === 'advantage' ? 'advantage' : 'value',
                Number(event.currentTarget.value),
              )
            }
          >
            {sets.map(({ title }, i) => (
              <option key={title} value={i}>
                {title}
              </option>
            ))}
          </select>
        </label>
      )}
      {look === 'drawing' && (
        <ViewSelects view={view} onView={onView} hasValues={scene.allShown && sets.length > 0} />
      )}
      <span className="grow" />
      <Segmented
        label="Show the tree as"
        small
        value={look}
        options={[
          { value: 'drawing', label: 'Drawing' },
          { value: 'outline', label: 'Outline' },
        ]}
        onChange={onLook}
      />
    </div>
  );
}
