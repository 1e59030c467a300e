// Built for the benchmark only: how long react-d3-tree takes to the first drawing of the same tree.
import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
import { Tree } from 'react-d3-tree';

/** ms from the data to the frame that shows it. `parent`: by node, the root's is -1. */
window.drawTree = (parent) =>
  new Promise((resolve) => {
    const nodes = parent.map((_, node) => ({ name: `Step ${node}`, children: [] }));
    for (const [node, up] of parent.entries()) if (up >= 0) nodes[up].children.push(nodes[node]);
    const startedAt = performance.now();
    const tree = createElement(Tree, { data: nodes[0], transitionDuration: 0 });
    createRoot(document.getElementById('root')).render(tree);
    const watch = () => {
      if (document.querySelectorAll('.rd3t-node, .rd3t-leaf-node').length < parent.length) {
        requestAnimationFrame(watch);
      } else {
        requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - startedAt)));
      }
    };
    requestAnimationFrame(watch);
  });
