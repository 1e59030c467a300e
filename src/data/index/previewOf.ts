const PREVIEW_UNITS = 160;

/** White space collapsed, then cut between code points. */
export function previewOf(text: string): string {
  const head = text
    .slice(0, PREVIEW_UNITS * 8)
    .replace(/\s+/g, ' ')
    .trim();
  if (head.length <= PREVIEW_UNITS) return head;
  const isPair = /[\uD800-\uDBFF]/.test(head.charAt(PREVIEW_UNITS - 1));
  return head.slice(0, isPair ? PREVIEW_UNITS - 1 : PREVIEW_UNITS);
}
