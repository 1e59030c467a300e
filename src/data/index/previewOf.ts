const PREVIEW_UNITS = 160;

/** White space collapsed, then cut between code points. */
export function previewOf(text: string): string {
  const head = collapsed(text.slice(0, PREVIEW_UNITS * 8));
  if (head.length <= PREVIEW_UNITS) return head;
  const isPair = /[\uD800-\uDBFF]/.test(head.charAt(PREVIEW_UNITS - 1));
  return head.slice(0, isPair ? PREVIEW_UNITS - 1 : PREVIEW_UNITS);
}

// Most prompts have nothing to collapse, and finding that out takes a tenth of replacing each space by itself.
const collapsed = (text: string) =>
  /^\s|\s\s|[^\S ]|\s$/.test(text) ? text.replace(/\s+/g, ' ').trim() : text;
