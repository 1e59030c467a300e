import type { TreeSlice } from '../../app/state';
import { Segmented, useActions } from '../parts';
import type { Scene } from './scene';
import type { TreeLook } from './TreeScreen';

interface Props {
  scene: Scene;
  slice: TreeSlice;
  look: TreeLook;
  onLook: (look: TreeLook) => void;
}

export function TreeToolBar({ scene, slice, look, onLook }: Props) {
  const { colourTree } = useActions();
  const { values } = scene.open.tree;
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
          {
            value: 'value',
            label: 'value',
            ...(values.length === 0 ? { unavailable: 'The file gives no value for any node.' } : {}),
          },
          { value: 'verdict', label: 'verdict' },
        ]}
        onChange={(colour) => colourTree(colour)}
      />
      {scene.colour === 'value' && values.length > 1 && (
        <label className="field field--quiet xs tree__set">
          <span className="sr">Value set</span>
          <select
            value={slice.valueSet}
            onChange={(event) => colourTree('value', Number(event.currentTarget.value))}
          >
            {values.map((set, i) => (
              <option key={`${set.name} ${set.policy ?? ''}`} value={i}>
                {set.policy === undefined ? set.name : `${set.name}, ${set.policy}`}
              </option>
            ))}
          </select>
        </label>
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
