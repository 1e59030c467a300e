import type { Pen } from './pen';

/** Widths of single characters by font: measuring a whole text costs more than writing it, and while one zooms
 *  each label is cut anew in every frame. Kerning and joined scripts make it a little less than this says. */
const fonts = new Map<string, Map<string, number>>();

export function textWidth(ctx: Pen, font: string, text: string): number {
  let width = 0;
  for (const character of text) width += characterWidth(ctx, font, character);
  return width;
}

/** As much of the text as the width holds, with `…` where it is cut; '' where not even one character fits. */
export function fitText(ctx: Pen, font: string, text: string, most: number): string {
  const dots = characterWidth(ctx, font, '…');
  let width = 0;
  let end = 0;
  let fitting = 0;
  for (const character of text) {
    width += characterWidth(ctx, font, character);
    if (width > most) return fitting === 0 ? '' : `${text.slice(0, fitting).trimEnd()}…`;
    end += character.length;
    if (width + dots <= most) fitting = end;
  }
  return text;
}

function characterWidth(ctx: Pen, font: string, character: string): number {
  let widths = fonts.get(font);
  if (widths === undefined) fonts.set(font, (widths = new Map()));
  let width = widths.get(character);
  if (width === undefined) {
    ctx.font = font;
    widths.set(character, (width = ctx.measureText(character).width));
  }
  return width;
}

/** A font that is loaded later has other widths. */
export function forgetWidths(): void {
  fonts.clear();
}
