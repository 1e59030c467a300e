import { Fragment } from 'react';
import type { ReactNode } from 'react';
import type { Asset } from '../../../core/model';
import { breakable } from './breakable';
import { StepImage } from './StepImage';

/** U+FFFC stands for an image; U+202A–E turn the order of what follows and could make a step read wrong. */
const SPECIAL = /[\uFFFC\u202A-\u202E]/g;

/** Hands out the images of a text in their order. */
export interface ImageQueue {
  next(): Asset | undefined;
}
/** `images[k]` is the asset of the k-th U+FFFC of the text, undefined where it is a character of its own. */
export function imageQueue(images: readonly (Asset | undefined)[]): ImageQueue {
  let k = 0;
  return { next: () => images[k++] };
}

/** Text as React draws it: escaped, with images where they stand and direction overrides made visible. */
export function plainText(text: string, images: ImageQueue): ReactNode {
  const parts: ReactNode[] = [];
  let from = 0;
  for (const match of text.matchAll(SPECIAL)) {
    if (match.index > from) parts.push(piece(text, from, match.index));
    const code = match[0].charCodeAt(0);
    const asset = code === 0xfffc ? images.next() : undefined;
    if (asset !== undefined) parts.push(<StepImage key={match.index} asset={asset} />);
    else parts.push(<Invisible key={match.index} code={code} />);
    from = match.index + 1;
  }
  if (from === 0) return breakable(text);
  parts.push(piece(text, from, text.length));
  return parts;
}

const piece = (text: string, from: number, to: number) => (
  <Fragment key={`from ${from}`}>{breakable(text.slice(from, to))}</Fragment>
);

function Invisible({ code }: { code: number }) {
  return <span className="md-control">{`U+${code.toString(16).toUpperCase()}`}</span>;
}
