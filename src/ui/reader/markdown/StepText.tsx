import { useMemo } from 'react';
import type { ReactNode } from 'react';
import type { Asset } from '../../../core/model';
import { breakable } from './breakable';
import { typesetting } from './Formula';
import { onDemand } from './onDemand';
import { imageQueue, plainText } from './plainText';
import { whenIdle } from './whenIdle';

const markdown = onDemand(() => import('./renderTokens'));

interface Props {
  text: string;
  /** The asset of each U+FFFC of the text, in order. */
  images?: readonly (Asset | undefined)[];
  /** The text as it stands: mono, nothing rendered. */
  raw?: boolean;
  /** Nothing rendered, in the type of running text. */
  plain?: boolean;
  className?: string;
}
const NO_IMAGES: readonly (Asset | undefined)[] = [];

/** Text of a trace: as it stands at once, as Markdown when that is here, its formulas when KaTeX is. */
export function StepText({
  text,
  images = NO_IMAGES,
  raw = false,
  plain = false,
  className = 'prose',
}: Props) {
  const chunk = markdown.use();
  const rendered = useMemo(
    () => (raw || plain || chunk === undefined ? undefined : remembered(chunk.renderMarkdown, text, images)),
    [chunk, text, images, raw, plain],
  );
  if (raw) {
    return (
      <div className="raw md" dir="auto">
        {breakable(text)}
      </div>
    );
  }
  return (
    <div className={rendered === undefined ? `${className} md md--plain` : `${className} md`} dir="auto">
      {rendered ?? plainText(text, imageQueue(images))}
    </div>
  );
}

/** Parses and typesets in idle time what is likely to be drawn soon; when it is, it takes no time. */
export function prepareTexts(texts: readonly string[]): void {
  for (const text of texts) {
    if (!rendered.has(text)) whenIdle(() => prepareText(text));
  }
}

function prepareText(text: string): void {
  const chunk = markdown.peek();
  if (chunk === undefined) return;
  const typeset = typesetting.peek();
  for (const { tex, display } of chunk.formulasIn(remembered(chunk.renderMarkdown, text, NO_IMAGES))) {
    if (typeset !== undefined) whenIdle(() => typeset.prepare(tex, display));
  }
}

type Render = (text: string, images: ReturnType<typeof imageQueue>) => ReactNode | undefined;

// Scrolling brings steps back: elements are values and can be drawn again without being parsed again.
const KEPT = 400;
const rendered = new Map<string, ReactNode | undefined>();
function remembered(
  render: Render,
  text: string,
  images: readonly (Asset | undefined)[],
): ReactNode | undefined {
  if (images.some((asset) => asset !== undefined)) return render(text, imageQueue(images));
  if (!rendered.has(text)) {
    if (rendered.size >= KEPT) rendered.delete(rendered.keys().next().value!);
    rendered.set(text, render(text, imageQueue(images)));
  }
  return rendered.get(text);
}
