import { render, waitFor } from '@testing-library/react';
import { beforeAll, expect, test } from 'vitest';
import { StepText } from '../../../src/ui/reader';
import { HOSTILE_TEXTS } from './hostileTexts';

// What may exist in a drawn text: our elements, KaTeX' and those of icons. Anything else came from the text.
const FORBIDDEN =
  'script, iframe, object, embed, link, meta, base, style, form, input, video, audio, source, template, ' +
  'foreignObject, animate, use, a, body, noscript, frame, frameset, portal, textarea, details';
const ADDRESSES = [
  'href',
  'xlink:href',
  'srcset',
  'srcdoc',
  'action',
  'formaction',
  'data',
  'poster',
  'background',
];

function faultsOf(root: Element): string[] {
  const faults = [...root.querySelectorAll(FORBIDDEN)].map((element) => `<${element.localName}>`);
  for (const element of root.querySelectorAll('*')) {
    for (const { name, value } of element.attributes) {
      if (name.startsWith('on') || ADDRESSES.includes(name)) faults.push(`${element.localName} ${name}`);
      if (name === 'src' && !/^data:image\/(?:png|jpe?g|gif|webp);base64,/.test(value))
        faults.push(`src ${value}`);
      if (/url\(|expression|javascript:/i.test(value) && name === 'style') faults.push(`style ${value}`);
      if (name === 'id') faults.push(`id ${value}`);
    }
  }
  return faults;
}

async function drawn(text: string, raw = false): Promise<HTMLElement> {
  const { container } = render(<StepText text={text} raw={raw} />);
  await waitFor(() => expect(container.querySelector('.md-tex')).toBeNull(), { timeout: 4_000 });
  // What a screen reader meets follows what is drawn.
  await waitFor(() => expect(container.querySelector('.katex:not(:has(.katex-mathml))')).toBeNull());
  return container;
}

beforeAll(async () => {
  // The chunks come when a text needs them: here they are there before the first text.
  await Promise.all([
    import('../../../src/ui/reader/markdown/renderTokens'),
    import('../../../src/ui/reader/markdown/typeset'),
    import('../../../src/ui/reader/markdown/highlight'),
  ]);
  const { container } = render(<StepText text="**bold** and $x$" />);
  await waitFor(() => expect(container.querySelector('strong')).not.toBeNull());
  await waitFor(() => expect(container.querySelector('.katex')).not.toBeNull());
});

test('the corpus is large enough to mean something', () => {
  expect(HOSTILE_TEXTS.length).toBeGreaterThanOrEqual(60);
  expect(new Set(HOSTILE_TEXTS).size).toBe(HOSTILE_TEXTS.length);
});

test.each(HOSTILE_TEXTS.map((text) => [text.slice(0, 60), text]))('%s does nothing', async (_, text) => {
  const container = await drawn(text);
  expect(faultsOf(container)).toEqual([]);
  expect(container.textContent.trim()).not.toBe('');
  expect('pwned' in globalThis).toBe(false);
});

test('raw shows a text code unit for code unit', async () => {
  for (const text of HOSTILE_TEXTS) {
    const { container, unmount } = render(<StepText text={text} raw />);
    expect(container.textContent).toBe(text);
    unmount();
  }
});

test('tags of a trace are text', async () => {
  const container = await drawn('<think>wait, <b>no</b></think>');
  expect(container.textContent).toBe('<think>wait, <b>no</b></think>');
});

test('an image elsewhere is its address and a button, never a request', async () => {
  const container = await drawn('![a figure](https://images.example/x.png)');
  expect(container.querySelector('img')).toBeNull();
  expect(container.textContent).toContain('https://images.example/x.png');
  expect(container.querySelector('button')?.textContent).toBe('Copy address');
});

test('an image inside the text is shown', async () => {
  const address = 'data:image/png;base64,iVBORw0KGgo=';
  const container = await drawn(`![dot](${address})`);
  expect(container.querySelector('img')?.getAttribute('src')).toBe(address);
});

test('a link is its text and a button that names the address', async () => {
  const container = await drawn('see [the paper](https://example.org/a)');
  expect(container.textContent).toBe('see the paper');
  expect(container.querySelector('button')?.getAttribute('aria-label')).toBe(
    'Copy the address https://example.org/a',
  );
});

test('broken LaTeX, deep nesting and long formulas are shown as their source', async () => {
  const deep = `$${'\\frac{1}{'.repeat(6_000)}x$`;
  for (const source of ['$\\frac{1}{2$', `$$${'x+'.repeat(3_000)}x$$`]) {
    const container = await drawn(`so ${source} it is`);
    expect(container.querySelector('.md-code--broken')?.textContent).toBe(source);
  }
  expect((await drawn(deep)).textContent).toBe(deep);
});

test('an image of the trace stands where its place is, the next one too when code holds a place', async () => {
  const asset = (n: number) => ({
    hash: String(n),
    mime: 'image/png',
    remoteUrl: `https://images.example/${n}`,
  });
  const { container } = render(
    <StepText text={'a \uFFFC b `\uFFFC` c \uFFFC'} images={[asset(1), asset(2), asset(3)]} />,
  );
  const shown = [...container.querySelectorAll('.remote__at')].map((place) => place.textContent);
  expect(shown).toEqual(['https://images.example/1', 'https://images.example/3']);
});
