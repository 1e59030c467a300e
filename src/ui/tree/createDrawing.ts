import { select } from 'd3-selection';
import { zoom, zoomIdentity } from 'd3-zoom';
import type { ZoomBehavior, ZoomTransform } from 'd3-zoom';
import { minimapBox, minimapGround, paintMinimap, viewAt } from './paintMinimap';
import type { MinimapBox } from './paintMinimap';
import { paintTree } from './paintTree';
import { readPalette, watchTheme } from './palette';
import type { Palette } from './palette';
import type { Scene } from './scene';
import { bringIntoSight, fitViewport, zoomExtent, zoomTo } from './viewport';
import type { Size, Viewport } from './viewport';
import { forgetWidths } from './textWidth';
import { visibleShapes } from './visibleShapes';
import type { NodeShape, VisibleShapes } from './visibleShapes';

export interface HoveredNode {
  node: number;
  x: number;
  y: number;
  /** Of the canvas. */
  width: number;
  height: number;
}
interface Listeners {
  onHover(hovered: HoveredNode | undefined): void;
  onSelect(node: number): void;
  /** By the first node of the chain. */
  onOpenChain(head: number): void;
  /** px of the foot of the canvas that the legend covers. */
  coveredBelow(): number;
}
export interface Drawing {
  /** Another tree is fitted, another cursor brought into sight. */
  show(scene: Scene): void;
  fit(): void;
  zoomBy(factor: number): void;
  destroy(): void;
}

/** The canvas and its pan and zoom; React hands it scenes. */
export function createDrawing(canvas: HTMLCanvasElement, listeners: Listeners): Drawing {
  return new CanvasDrawing(canvas, listeners);
}

/** Half of the pill of a folded chain, px. */
const CHAIN_REACH = { x: 18, y: 10 };
const REST_MS = 140;
/** The tree is in sight before its labels are measured and written. */
const LABELS_MS = 40;

class CanvasDrawing implements Drawing {
  private readonly canvas: HTMLCanvasElement;
  private readonly listeners: Listeners;
  private readonly ctx: CanvasRenderingContext2D | null;
  private readonly behaviour: ZoomBehavior<HTMLCanvasElement, unknown>;
  private readonly observer: ResizeObserver;
  private readonly stopWatching: () => void;
  private palette: Palette | undefined;
  private scene: Scene | undefined;
  private size: Size = { width: 0, height: 0 };
  private fitted: Viewport = { left: 0, top: 0, level: 1, row: 1 };
  private view: Viewport = this.fitted;
  /** Nobody has moved the view since it was fitted: a new size fits it again. */
  private isFitted = true;
  private transform: ZoomTransform = zoomIdentity;
  private drawn: VisibleShapes | undefined;
  private hovered: number | undefined;
  /** The tree whose labels are painted, or soon will be. */
  private labelled: Scene['open'] | undefined;
  private later: ReturnType<typeof setTimeout> | undefined;
  private frame = 0;
  private map: MinimapBox | undefined;
  /** The map's tree, and the scene it is of. */
  private ground: { of: Scene; canvas: HTMLCanvasElement } | undefined;
  /** Until the hand has rested for a moment. */
  private moving: ReturnType<typeof setTimeout> | undefined;

  constructor(canvas: HTMLCanvasElement, listeners: Listeners) {
    this.canvas = canvas;
    this.listeners = listeners;
    this.ctx = canvas.getContext('2d');
    this.behaviour = zoom<HTMLCanvasElement, unknown>()
      .clickDistance(4)
      .on('zoom', ({ transform }: { transform: ZoomTransform }) => this.onZoom(transform));
    select(canvas).call(this.behaviour).on('dblclick.zoom', null);
    canvas.addEventListener('pointermove', this.onPointerMove);
    canvas.addEventListener('pointerleave', this.onPointerLeave);
    canvas.addEventListener('click', this.onClick);
    this.observer = new ResizeObserver(() => this.resize());
    this.observer.observe(canvas);
    this.stopWatching = watchTheme(() => {
      this.palette = undefined;
      this.ground = undefined;
      forgetWidths();
      this.schedule();
    });
    this.resize();
  }

  show(scene: Scene): void {
    const before = this.scene;
    this.scene = scene;
    if (before?.open !== scene.open || (before.drawn !== scene.drawn && this.isFitted)) this.fit();
    else if (before.drawn !== scene.drawn) this.holdStill(before);
    if (before?.node !== scene.node || before.open !== scene.open) {
      const { x, y } = scene.drawn;
      const view = bringIntoSight(
        this.view,
        x[scene.node] ?? 0,
        y[scene.node] ?? 0,
        this.size,
        this.listeners.coveredBelow(),
      );
      if (view.left !== this.view.left || view.top !== this.view.top) this.isFitted = false;
      this.view = view;
    }
    this.schedule();
  }

  /** Chains closed up or opened: the cursor stays where it is on the canvas. */
  private holdStill({ drawn: before, node }: Scene): void {
    const now = this.scene!.drawn;
    const { left, top, level, row } = this.view;
    this.view = {
      ...this.view,
      left: left + (before.x[node]! - now.x[node]!) * level,
      top: top + (before.y[node]! - now.y[node]!) * row,
    };
  }

  fit(): void {
    if (this.scene === undefined) return;
    const { levels, rows } = this.scene.drawn.extents;
    this.fitted = fitViewport(levels, rows, this.size, this.listeners.coveredBelow());
    this.view = this.fitted;
    this.isFitted = true;
    this.transform = zoomIdentity;
    this.behaviour.scaleExtent(zoomExtent(this.fitted));
    // d3-zoom keeps its state on the element; setting it through `transform` would come back as an event.
    Object.assign(this.canvas, { __zoom: zoomIdentity });
    this.schedule();
  }

  zoomBy(factor: number): void {
    this.behaviour.scaleBy(select(this.canvas), factor);
  }

  destroy(): void {
    cancelAnimationFrame(this.frame);
    clearTimeout(this.moving);
    clearTimeout(this.later);
    this.observer.disconnect();
    this.stopWatching();
    select(this.canvas).on('.zoom', null);
    this.canvas.removeEventListener('pointermove', this.onPointerMove);
    this.canvas.removeEventListener('pointerleave', this.onPointerLeave);
    this.canvas.removeEventListener('click', this.onClick);
  }

  /** d3 keeps one scale, the view has two: what d3 moved is taken over as a shift, or as a zoom about the point
   *  that d3 held still. */
  private onZoom(next: ZoomTransform): void {
    const { transform: before } = this;
    this.transform = next;
    this.isFitted = false;
    const ratio = next.k / before.k;
    if (ratio === 1) {
      const { left, top } = this.view;
      this.view = { ...this.view, left: left + next.x - before.x, top: top + next.y - before.y };
    } else {
      const still = (to: number, from: number) => (to - ratio * from) / (1 - ratio);
      this.view = zoomTo(this.view, this.fitted, next.k, still(next.x, before.x), still(next.y, before.y));
    }
    this.hover(undefined);
    clearTimeout(this.moving);
    this.moving = setTimeout(() => {
      this.moving = undefined;
      this.schedule();
    }, REST_MS);
    this.schedule();
  }

  private resize(): void {
    const { clientWidth: width, clientHeight: height } = this.canvas;
    // The observer calls at once with the size that is known.
    if (width === this.size.width && height === this.size.height) return;
    this.size = { width, height };
    this.canvas.width = Math.round(width * devicePixelRatio);
    this.canvas.height = Math.round(height * devicePixelRatio);
    if (this.isFitted) this.fit();
    // The canvas was emptied: waiting for the next frame would flash.
    cancelAnimationFrame(this.frame);
    this.paint();
  }

  private schedule(): void {
    cancelAnimationFrame(this.frame);
    this.frame = requestAnimationFrame(() => this.paint());
  }

  private paint(): void {
    const { ctx, scene, view, size } = this;
    if (ctx === null || scene === undefined || size.width === 0) return;
    this.palette ??= readPalette(this.canvas.parentElement ?? document.body);
    const shapes = visibleShapes(scene, view, size);
    this.drawn = shapes;
    ctx.setTransform(devicePixelRatio, 0, 0, devicePixelRatio, 0, 0);
    paintTree(ctx, this.palette, scene, view, size, shapes, {
      hovered: this.hovered,
      density: devicePixelRatio,
      isMoving: this.moving !== undefined,
      withoutLabels: this.labelled !== scene.open,
    });
    if (this.labelled !== scene.open) this.later = setTimeout(() => this.schedule(), LABELS_MS);
    this.labelled = scene.open;
    this.map = minimapBox(scene, view, size);
    if (this.map === undefined) return;
    if (this.ground?.of.drawn !== scene.drawn) {
      this.ground = { of: scene, canvas: minimapGround(scene, this.palette, devicePixelRatio) };
    }
    paintMinimap(ctx, this.palette, scene, view, size, this.map, this.ground.canvas);
  }

  private nodeAt(event: MouseEvent): NodeShape | undefined {
    const box = this.canvas.getBoundingClientRect();
    const x = event.clientX - box.left;
    const y = event.clientY - box.top;
    let nearest: NodeShape | undefined;
    let least = Infinity;
    for (const shape of this.drawn?.nodes ?? []) {
      const away = Math.hypot(shape.x - x, shape.y - y) - Math.max(shape.radius, 8);
      if (away < Math.min(least, 4)) {
        least = away;
        nearest = shape;
      }
    }
    return nearest;
  }

  /** A click into the map brings that part of the tree into sight. */
  private goOnMap(event: MouseEvent): boolean {
    const { map, scene, canvas } = this;
    const box = canvas.getBoundingClientRect();
    const x = event.clientX - box.left;
    const y = event.clientY - box.top;
    if (map === undefined || scene === undefined || x < map.x || y < map.y) return false;
    if (x > map.x + map.width || y > map.y + map.height) return false;
    this.view = viewAt(scene, this.view, this.size, map, x, y);
    this.isFitted = false;
    this.schedule();
    return true;
  }

  private openChain(event: MouseEvent): boolean {
    const box = this.canvas.getBoundingClientRect();
    const chain = this.drawn?.chains.find(
      ({ x, y }) =>
        Math.abs(event.clientX - box.left - x) < CHAIN_REACH.x &&
        Math.abs(event.clientY - box.top - y) < CHAIN_REACH.y,
    );
    if (chain !== undefined) this.listeners.onOpenChain(chain.head);
    return chain !== undefined;
  }

  private readonly onPointerMove = (event: PointerEvent) => this.hover(this.nodeAt(event));
  private readonly onPointerLeave = () => this.hover(undefined);
  private readonly onClick = (event: MouseEvent) => {
    if (this.goOnMap(event) || this.openChain(event)) return;
    const shape = this.nodeAt(event);
    if (shape !== undefined) this.listeners.onSelect(shape.node);
  };

  private hover(shape: NodeShape | undefined): void {
    if (shape?.node === this.hovered) return;
    this.hovered = shape?.node;
    this.listeners.onHover(shape && { node: shape.node, x: shape.x, y: shape.y, ...this.size });
    this.schedule();
  }
}
