import { expect, test } from 'vitest';
import { SvgContext } from '../../../src/ui/tree/svgContext';

const measuring = { font: '', measureText: (text: string) => ({ width: text.length }) };
const svg = (paint: (ctx: SvgContext) => void) => {
  const ctx = new SvgContext(measuring as unknown as CanvasRenderingContext2D);
  paint(ctx);
  return ctx.done(100, 50, '#fff');
};

test('lines, circles and texts become elements with their look', () => {
  const picture = svg((ctx) => {
    ctx.strokeStyle = 'red';
    ctx.lineWidth = 2;
    ctx.setLineDash([5, 3]);
    ctx.beginPath();
    ctx.moveTo(0, 0);
    ctx.lineTo(10, 20.126);
    ctx.stroke();
    ctx.font = '600 11px Inter, sans-serif';
    ctx.fillText('266', 5, 6);
  });
  expect(picture).toContain('d="M0 0L10 20.13" fill="none" stroke="red" stroke-width="2"');
  expect(picture).toContain('stroke-dasharray="5 3"');
  expect(picture).toContain('font-weight="600" font-size="11" font-family="Inter, sans-serif"');
});

test('the text of a trace stays text, and is well-formed whatever it holds', () => {
  const picture = svg((ctx) => ctx.fillText('<script>&"\u0000\ud800', 0, 0));
  expect(picture).toContain('>&lt;script&gt;&amp;&quot;��</text>');
  expect(new DOMParser().parseFromString(picture, 'image/svg+xml').querySelector('parsererror')).toBeNull();
});

test('what is saved comes back: the transform', () => {
  const picture = svg((ctx) => {
    ctx.save();
    ctx.translate(3, 4);
    ctx.fill('M0 0Z');
    ctx.restore();
    ctx.fill('M1 1Z');
  });
  expect(picture).toMatch(/d="M0 0Z"[^>]*transform="translate\(3 4\)"/);
  expect(picture).toMatch(/d="M1 1Z" fill="#000"><\/path>/);
});
