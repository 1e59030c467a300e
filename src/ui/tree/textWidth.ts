import type { Pen } from './pen';

/** Widths of single characters by font: measuring a whole text costs more than writing it, and while one zooms
 *  each label is cut anew in every frame. Kerning and joined scripts make it a little less than this says. */
const fonts = new Map<string, Widths>();
interface Widths {
  /** By code, 0: not measured. */
  latin: Float64Array;
  others: Map<string, number>;
}
const LATIN = 256;

export function textWidth(ctx: Pen, font: string, text: string): number {
  return fitting(ctx, font, text, Infinity).width;
}

/** As much of the text as the width holds, with `…` where it is cut; '' where not even one character fits. */
export function fitText(ctx: Pen, font: string, text: string, most: number): string {
  const { isWhole, end } = fitting(ctx, font, text, most);
  if (isWhole) return text;
  return end === 0 ? '' : `${text.slice(0, end).trimEnd()}…`;
}

/** `end`: how much of a text that does not fit goes before the dots. */
function fitting(
  ctx: Pen,
  font: string,
  text: string,
  most: number,
): { isWhole: boolean; width: number; end: number } {
  let widths = fonts.get(font);
  if (widths === undefined) {
    fonts.set(font, (widths = { latin: new Float64Array(LATIN), others: new Map() }));
  }
  const dots = characterWidth(ctx, font, widths, '…');
  let width = 0;
  let end = 0;
  for (let at = 0; at < text.length;) {
    const code = text.codePointAt(at)!;
    const next = at + (code > 0xffff ? 2 : 1);
    const known = code < LATIN ? widths.latin[code]! : 0;
    width += known > 0 ? known : characterWidth(ctx, font, widths, text.slice(at, next));
    if (width > most) return { isWhole: false, width, end };
    if (width + dots <= most) end = next;
    at = next;
  }
  return { isWhole: true, width, end };
}

function characterWidth(ctx: Pen, font: string, { latin, others }: Widths, character: string): number {
  const known = others.get(character);
  if (known !== undefined) return known;
  ctx.font = font;
  const { width } = ctx.measureText(character);
  const code = character.codePointAt(0)!;
  if (code < LATIN) latin[code] = width;
  else others.set(character, width);
  return width;
}

/** A font that is loaded later has other widths. */
export function forgetWidths(): void {
  fonts.clear();
}
