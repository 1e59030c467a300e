// What one gets without a list of one's own: every step through react-markdown, remark-math and rehype-katex.
import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
import Markdown from 'react-markdown';
import rehypeKatex from 'rehype-katex';
import remarkMath from 'remark-math';
import 'katex/dist/katex.min.css';

const root = document.getElementById('root');
const plugins = { remarkPlugins: [remarkMath], rehypePlugins: [rehypeKatex] };

/** ms until the browser has painted the steps. */
window.paintSteps = (steps) =>
  new Promise((resolve) => {
    const startedAt = performance.now();
    createRoot(root).render(
      steps.map((step, i) => createElement('section', { key: i }, createElement(Markdown, plugins, step))),
    );
    const look = () => {
      if (root.querySelector('.katex') === null) return requestAnimationFrame(look);
      // A task behind the frame runs when that frame is painted.
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => resolve(performance.now() - startedAt);
      port2.postMessage(undefined);
    };
    requestAnimationFrame(look);
  });
