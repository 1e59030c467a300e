import { Maximize, Minus, Plus } from 'lucide-react';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { TreeSlice } from '../../app/state';
import { Button, Icon, counted, download, grouped, useActions } from '../parts';
import { createDrawing } from './createDrawing';
import type { Drawing, HoveredNode } from './createDrawing';
import { HoverCard } from './HoverCard';
import { Legend } from './Legend';
import { nodeLine } from './nodeText';
import { pngPicture, svgPicture } from './picture';
import { Replay } from './Replay';
import type { Scene } from './scene';
import { replayRange } from './viewOptions';
import type { ViewOptions } from './viewOptions';

const ZOOM_STEP = 1.4;
/** Around the legend, px. */
const LOW_GAP = 32;

interface Props {
  scene: Scene;
  view: ViewOptions;
  onView: (view: ViewOptions) => void;
  focus: TreeSlice['focus'];
}

export function TreeDrawing({ scene, focus, view, onView }: Props) {
  const { selectNode, toggleChain, focusTree } = useActions();
  const canvas = useRef<HTMLCanvasElement>(null);
  const low = useRef<HTMLDivElement>(null);
  const drawing = useRef<Drawing>(undefined);
  const [hovered, setHovered] = useState<HoveredNode>();
  const range = useMemo(() => replayRange(scene.open), [scene.open]);
  const name = `tree-${scene.open.problemName.replace(/[^\p{L}\p{N}]+/gu, '-').slice(0, 60)}`;
  useLayoutEffect(() => {
    const made = createDrawing(canvas.current!, {
      onHover: setHovered,
      onSelect: selectNode,
      onOpenChain: toggleChain,
      coveredBelow: () => (low.current?.offsetHeight ?? 0) + LOW_GAP,
    });
    drawing.current = made;
    return () => made.destroy();
  }, [selectNode, toggleChain]);
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
      <p className="sr" aria-live="polite">
        {placeOf(scene)}
      </p>
      <div className="canvas__low" ref={low}>
        <Legend scene={scene} />
        {range !== undefined && (
          <Replay
            range={range}
            at={view.replay}
            nodes={
              scene.hidden === undefined ? scene.open.tree.parent.length : drawnNodes(scene.hidden.hidden)
            }
            onChange={(replay) => onView({ ...view, replay })}
          />
        )}
      </div>
      {hovered !== undefined && <HoverCard scene={scene} hovered={hovered} />}
      <div className="zoom">
        <Button
          aria-label="Save the tree as SVG"
          onClick={() => download(`${name}.svg`, svgPicture(scene, canvas.current!))}
        >
          SVG
        </Button>
        <Button
          aria-label="Save the tree as PNG"
          onClick={() =>
            void pngPicture(scene, canvas.current!).then((blob) => download(`${name}.png`, blob))
          }
        >
          PNG
        </Button>
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

const drawnNodes = (hidden: Uint8Array) => hidden.reduce((sum, one) => sum + (one === 0 ? 1 : 0), 0);

/** Where the cursor is: said when it moves, not when it is judged, which the page says itself. */
function placeOf({ open, node }: Scene): string {
  if (node === 0) return 'At the problem.';
  return `At level ${grouped(open.x[node]!)}: ${nodeLine(open, node).slice(0, 120)}`;
}

function labelOf(scene: Scene): string {
  const { open, drawn, node, judgements } = scene;
  const { extents } = drawn;
  const size = `Tree with ${counted(open.tree.parent.length, 'node')}, ${counted(extents.rows, 'leaf', 'leaves')}`;
  const said = node === 0 ? '' : ` (${judgements.get(node)?.verdict ?? 'unjudged'})`;
  return `${size}. ${placeOf(scene)}${said} The outline holds the same as a list.`;
}
