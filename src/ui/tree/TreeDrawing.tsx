import { Maximize, Minus, Plus } from 'lucide-react';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { TreeSlice } from '../../app/state';
import { Button, Icon, counted, grouped, useActions } from '../parts';
import { createDrawing } from './createDrawing';
import type { Drawing, HoveredNode } from './createDrawing';
import { HoverCard } from './HoverCard';
import { Legend } from './Legend';
import { nodeLine } from './nodeText';
import type { Scene } from './scene';

const ZOOM_STEP = 1.4;

interface Props {
  scene: Scene;
  focus: TreeSlice['focus'];
}

export function TreeDrawing({ scene, focus }: Props) {
  const { selectNode, focusTree } = useActions();
  const canvas = useRef<HTMLCanvasElement>(null);
  const drawing = useRef<Drawing>(undefined);
  const [hovered, setHovered] = useState<HoveredNode>();
  useLayoutEffect(() => {
    const made = createDrawing(canvas.current!, { onHover: setHovered, onSelect: selectNode });
    drawing.current = made;
    return () => made.destroy();
  }, [selectNode]);
  useLayoutEffect(() => drawing.current?.show(scene), [scene]);
  useEffect(() => {
    if (focus === 'drawing') canvas.current?.focus({ preventScroll: true });
  }, [focus]);
  return (
    <div className="canvas__in">
      <canvas
        ref={canvas}
        className="canvas__c"
        data-keys="drawing"
        tabIndex={0}
        role="img"
        aria-label={labelOf(scene)}
        onFocus={() => focusTree('drawing')}
      />
      <Legend scene={scene} />
      {hovered !== undefined && <HoverCard scene={scene} hovered={hovered} />}
      <div className="zoom">
        <Button iconOnly aria-label="Zoom out" onClick={() => drawing.current?.zoomBy(1 / ZOOM_STEP)}>
          <Icon of={Minus} />
        </Button>
        <Button iconOnly aria-label="Zoom in" onClick={() => drawing.current?.zoomBy(ZOOM_STEP)}>
          <Icon of={Plus} />
        </Button>
        <Button iconOnly aria-label="Show the whole tree" onClick={() => drawing.current?.fit()}>
          <Icon of={Maximize} />
        </Button>
      </div>
    </div>
  );
}

function labelOf({ open, extents, node, judgements }: Scene): string {
  const size = `Tree with ${counted(open.tree.parent.length, 'node')}, ${counted(extents.rows, 'leaf', 'leaves')}`;
  const said = judgements.get(node)?.verdict ?? 'unjudged';
  const at =
    node === 0
      ? 'At the problem.'
      : `At level ${grouped(open.x[node]!)}, ${said}: ${nodeLine(open, node).slice(0, 120)}`;
  return `${size}. ${at} The outline holds the same as a list.`;
}
