import katex from 'katex';
import 'katex/dist/katex.min.css';
import { whenIdle } from './whenIdle';

// Loaded when the first formula is on the screen. Formulas come back while scrolling, so each is typeset once
// and cloned: no markup string is ever parsed by the page.

/** 100 kB of TeX took 5.3 s and gave 16 MB of elements (stack.md §4). */
export const LONGEST_FORMULA = 5_000;
const KEPT = 2_000;
/** KaTeX draws a formula twice: for the eye, and as MathML for a screen reader, which is half of the layout. */
interface Template {
  drawn: HTMLElement;
  spoken: Element | null;
}
const templates = new Map<string, Template | undefined>();

/** Puts the formula into `place`; false when TeX is broken or too long, then the source is shown. */
export function typeset(place: HTMLElement, tex: string, display: boolean): boolean {
  const template = prepare(tex, display);
  if (template === undefined) return false;
  const { drawn, spoken } = template;
  // Find and marks look for the source here: MathML, which has it too, comes later.
  place.dataset['tex'] = tex;
  place.replaceChildren(...drawn.cloneNode(true).childNodes);
  if (spoken !== null) {
    whenIdle(() => {
      // A place that is gone, or has another formula by now, has nothing to say.
      if (place.isConnected && place.dataset['tex'] === tex && place.querySelector('math') === null) {
        place.querySelector('.katex')?.prepend(spoken.cloneNode(true));
      }
    });
  }
  return true;
}

/** Typesets a formula that may be drawn later. */
export function prepare(tex: string, display: boolean): Template | undefined {
  const key = (display ? 'd' : 'i') + tex;
  if (!templates.has(key)) {
    if (templates.size >= KEPT) templates.delete(templates.keys().next().value!);
    templates.set(key, build(tex, display));
  }
  return templates.get(key);
}

function build(tex: string, display: boolean): Template | undefined {
  if (tex.length > LONGEST_FORMULA) return undefined;
  const template = document.createElement('span');
  try {
    katex.render(tex, template, {
      displayMode: display,
      throwOnError: true,
      strict: 'ignore',
      trust: false,
      maxExpand: 1_000,
      maxSize: 50,
    });
    const spoken = template.querySelector('.katex-mathml');
    spoken?.remove();
    return { drawn: template, spoken };
  } catch {
    // A ParseError for broken TeX, a RangeError for deep nesting: both mean "show the source".
    return undefined;
  }
}
