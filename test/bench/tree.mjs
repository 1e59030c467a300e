// A rollout tree of 100,000 nodes: layout against d3 alone, first drawing, pan and zoom; react-d3-tree beside it.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { hierarchy, tree } from 'd3-hierarchy';
import { build, preview } from 'vite';
import { openBrowser, openFile, quantile } from './chromium.mjs';
import { chainTree, randomTree, starTree, treeFile } from './trees.mjs';

const SHAPES = [
  { name: '100,000 nodes', parent: randomTree(100_000) },
  { name: 'a chain of 10,000', parent: chainTree(10_001) },
  { name: 'a star of 10,000', parent: starTree(10_001) },
];
const COMPARED = randomTree(5000);

export async function bench({ folder, report }) {
  await benchLayout(folder, report);
  const drawMs = await benchDrawing(folder, report);
  const theirMs = await drawWithReactD3Tree(folder);
  const ratio = theirMs / drawMs;
  console.log(
    `        5,000 nodes: first drawing ${drawMs.toFixed(0)} ms, react-d3-tree ${theirMs.toFixed(0)} ms`,
  );
  report('5,000 nodes: first drawing against react-d3-tree', `${ratio.toFixed(1)} ×`, '20 ×', ratio >= 20);
}

async function benchLayout(folder, report) {
  const outDir = join(folder, 'layout');
  const entry = 'src/core/tree/layoutTree.ts';
  await build({
    configFile: false,
    logLevel: 'error',
    build: { ssr: entry, outDir, rolldownOptions: { output: { entryFileNames: 'layoutTree.mjs' } } },
    ssr: { noExternal: true },
  });
  const { layoutTree } = await import(pathToFileURL(join(outDir, 'layoutTree.mjs')).href);
  for (const { name, parent } of SHAPES) {
    const children = Array.from(parent, () => []);
    for (const [node, up] of parent.entries()) if (up >= 0) children[up].push(node);
    const theirs = () => tree().nodeSize([1, 1])(hierarchy(0, (node) => children[node]));
    // A new column each time: what is known of one is kept.
    const ours = () => layoutTree(parent.slice());
    const ratio = medianRatio(ours, theirs);
    report(`${name}: layout against d3.tree alone`, `${ratio.toFixed(2)} ×`, '2 ×', ratio <= 2);
  }
}

/** In turns, so that both meet the same garbage and the same compiled code; the first turn is a warm-up. */
function medianRatio(ours, theirs) {
  const msOf = (run) => {
    const startedAt = performance.now();
    run();
    return performance.now() - startedAt;
  };
  const turns = Array.from({ length: 8 }, () => ({ ours: msOf(ours), theirs: msOf(theirs) })).slice(1);
  const median = (of) =>
    quantile(
      turns.map((turn) => turn[of]),
      0.5,
    );
  return median('ours') / median('theirs');
}

async function benchDrawing(folder, report) {
  const browser = await openBrowser();
  const { page, close, address } = browser;
  await page.addInitScript(noteDrawing);
  await page.goto(address);
  await page.getByRole('main').getByRole('heading').first().waitFor();
  for (const { name, parent } of SHAPES) {
    const ms = await drawTree(page, folder, parent);
    report(`${name}: first drawing after the layout`, `${ms.toFixed(0)} ms`, '200 ms', ms <= 200);
    const { intervals, paintMs } = await page.evaluate(panAndZoom);
    const p95 = quantile(intervals, 0.95);
    console.log(
      `        ${name}: painting takes ${quantile(paintMs, 0.5).toFixed(1)} ms a frame, p95 ${quantile(paintMs, 0.95).toFixed(1)}`,
    );
    report(`${name}: pan and zoom, frame interval p95`, `${p95.toFixed(1)} ms`, '20 ms', p95 <= 20);
  }
  const compared = await drawTree(page, folder, COMPARED);
  await close();
  return compared;
}

/** Opens the tree's file and its drawing; ms from the worker's answer, which holds the layout, to the frame. */
async function drawTree(page, folder, parent) {
  const path = join(folder, `tree-${parent.length}-${parent[parent.length - 1]}.jsonl`);
  writeFileSync(path, treeFile(parent));
  await openFile(page, path);
  // The first trace can be read before the tree behind it has been.
  await page.getByText(/read to the end/).waitFor({ timeout: 120_000 });
  await page.keyboard.press('Enter');
  await page.getByRole('group', { name: 'Steps', exact: true }).waitFor();
  await page.evaluate(() => delete window.drawnMs);
  await page.keyboard.press('t');
  await page.waitForFunction(() => window.drawnMs !== undefined, undefined, { timeout: 60_000 });
  await page.waitForTimeout(1000);
  return page.evaluate(() => window.drawnMs);
}

/** In the page, before its own script: when the worker's tree arrives and when the canvas is in sight. */
function noteDrawing() {
  let arrivedAt;
  const listen = EventTarget.prototype.addEventListener;
  Worker.prototype.addEventListener = function (kind, listener, options) {
    const noting = (event) => {
      const at = performance.now();
      if (event.data?.answer?.x instanceof Float32Array) arrivedAt = at;
      listener.call(this, event);
    };
    listen.call(this, kind, kind === 'message' ? noting : listener, options);
  };
  window.paintMs = [];
  const { clearRect, fillText } = CanvasRenderingContext2D.prototype;
  let begun = 0;
  CanvasRenderingContext2D.prototype.clearRect = function (...box) {
    begun = performance.now();
    clearRect.apply(this, box);
    if (arrivedAt === undefined) return;
    const since = arrivedAt;
    arrivedAt = undefined;
    requestAnimationFrame(() => setTimeout(() => (window.drawnMs = performance.now() - since)));
  };
  // The labels of the levels are painted last.
  CanvasRenderingContext2D.prototype.fillText = function (...text) {
    fillText.apply(this, text);
    window.lastPaintMs = performance.now() - begun;
  };
}

/** In the page: a person drags and turns the wheel for some three seconds. */
async function panAndZoom() {
  const canvas = document.querySelector('canvas');
  const box = canvas.getBoundingClientRect();
  const at = (x, y) => ({
    bubbles: true,
    cancelable: true,
    view: window,
    clientX: box.left + x,
    clientY: box.top + y,
  });
  const intervals = [];
  const paintMs = [];
  let last;
  const frame = () =>
    new Promise((resume) =>
      requestAnimationFrame((now) => {
        if (last !== undefined) intervals.push(now - last);
        last = now;
        if (window.lastPaintMs !== undefined) paintMs.push(window.lastPaintMs);
        resume();
      }),
    );
  const wheel = (deltaY) =>
    canvas.dispatchEvent(new WheelEvent('wheel', { ...at(box.width * 0.6, box.height * 0.4), deltaY }));
  for (let i = 0; i < 60; i++) {
    wheel(-40);
    await frame();
  }
  canvas.dispatchEvent(new MouseEvent('mousedown', at(300, 300)));
  for (let i = 0; i < 80; i++) {
    window.dispatchEvent(new MouseEvent('mousemove', at(300 + 4 * i, 300 - 3 * i)));
    await frame();
  }
  window.dispatchEvent(new MouseEvent('mouseup', at(300, 300)));
  for (let i = 0; i < 60; i++) {
    wheel(40);
    await frame();
  }
  return { intervals, paintMs };
}

async function drawWithReactD3Tree(folder) {
  const outDir = join(folder, 'react-d3-tree');
  const root = 'test/bench/reactD3Tree';
  await build({ root, configFile: false, logLevel: 'error', build: { outDir, emptyOutDir: true } });
  const server = await preview({
    root,
    configFile: false,
    logLevel: 'error',
    build: { outDir },
    preview: { host: '127.0.0.1', port: 4190 },
  });
  const { page, close } = await openBrowser();
  await page.goto(server.resolvedUrls.local[0]);
  const ms = await page.evaluate((parent) => window.drawTree(parent), [...COMPARED]);
  await close();
  await server.close();
  return ms;
}
