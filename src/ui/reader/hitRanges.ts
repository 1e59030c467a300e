/** Where a pattern stands in drawn text, in the order of the page. Words may run over elements (a bold word, a
 *  link); a formula is one place for each time its TeX has the words. Text of controls is not of the trace. */
export function hitRanges(root: Element, pattern: RegExp): Range[] {
  const found: Range[] = [];
  let run: Text[] = [];
  const flush = () => {
    found.push(...rangesIn(run, pattern));
    run = [];
  };
  const walk = (node: Node) => {
    if (node instanceof Text) run.push(node);
    if (!(node instanceof Element) || node.matches(SKIPPED)) return;
    if (node.matches('.md-math')) {
      flush();
      found.push(...formulaRanges(node, pattern));
      return;
    }
    const isBlock = node.matches(BLOCKS);
    if (isBlock) flush();
    for (const child of node.childNodes) walk(child);
    if (isBlock) flush();
  };
  walk(root);
  flush();
  return found;
}

const SKIPPED = 'button, .code__lang, .remote, .fig-in__cap';
const BLOCKS = 'p, li, pre, td, th, div, blockquote, br';

function rangesIn(nodes: readonly Text[], pattern: RegExp): Range[] {
  if (nodes.length === 0) return [];
  const text = nodes.map(({ data }) => data).join('');
  return [...text.matchAll(pattern)].map(({ 0: words, index }) => {
    const range = document.createRange();
    range.setStart(...placeIn(nodes, index));
    range.setEnd(...placeIn(nodes, index + words.length));
    return range;
  });
}

function placeIn(nodes: readonly Text[], offset: number): [Text, number] {
  let before = 0;
  for (const node of nodes) {
    if (offset <= before + node.length) return [node, offset - before];
    before += node.length;
  }
  const end = nodes.at(-1)!;
  return [end, end.length];
}

function formulaRanges(formula: Element, pattern: RegExp): Range[] {
  const tex = formula.getAttribute('data-tex') ?? '';
  return [...tex.matchAll(pattern)].map(() => {
    const range = document.createRange();
    range.selectNodeContents(formula.querySelector('.katex-html') ?? formula);
    return range;
  });
}
