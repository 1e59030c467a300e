import type { Token } from 'markdown-it';
import { isValidElement } from 'react';
import type { ReactNode } from 'react';
import { CodeBlock } from './CodeBlock';
import { LinkText, RemoteImage } from './CopyAddress';
import { Formula } from './Formula';
import type { FormulaProps } from './Formula';
import { parseMarkdown } from './parseMarkdown';
import { plainText } from './plainText';
import type { ImageQueue } from './plainText';
import { ImageInFile, isShownImage } from './StepImage';
import { useWideRegion } from './wideRegion';

/** A step as elements, or undefined when it must be shown as it stands. No token becomes markup: only the
 *  elements named here exist, and none carries an address or a handler from the text. */
export function renderMarkdown(text: string, images: ImageQueue): ReactNode | undefined {
  const tokens = parseMarkdown(text);
  return tokens && renderTokens(tokens, images);
}

/** The formulas of what was rendered, in its order. */
export function formulasIn(node: ReactNode): FormulaProps[] {
  if (Array.isArray(node)) return node.flatMap((child: ReactNode) => formulasIn(child));
  if (!isValidElement<{ children?: ReactNode; formula?: ReactNode }>(node)) return [];
  if (node.type === Formula) return [node.props as FormulaProps];
  return [...formulasIn(node.props.formula), ...formulasIn(node.props.children)];
}

/** Builds the tree from the flat list with a stack: depth is bounded by the parser. */
function renderTokens(tokens: readonly Token[], images: ImageQueue): ReactNode[] {
  const root: ReactNode[] = [];
  const open: { token: Token; children: ReactNode[] }[] = [];
  tokens.forEach((token, i) => {
    const siblings = open.at(-1)?.children ?? root;
    const closing = isShortFormula(tokens[i - 1]) ? closingMarks(token) : '';
    if (closing !== '') {
      const formula = siblings.pop();
      siblings.push(<Glued key={`${i} glued`} formula={formula} closing={closing} />);
      siblings.push(plainText(token.content.slice(closing.length), images));
    } else if (token.nesting === 1) open.push({ token, children: [] });
    else if (token.nesting === -1) {
      const closed = open.pop();
      if (closed) (open.at(-1)?.children ?? root).push(container(closed.token, closed.children, i));
    } else siblings.push(leaf(token, i, images));
  });
  return root;
}

/** A line may break on either side of a formula, which would leave its full stop alone on the next line. */
function Glued({ formula, closing }: { formula: ReactNode; closing: string }) {
  return (
    <span className="md-glued">
      {formula}
      {closing}
    </span>
  );
}

const closingMarks = (token: Token): string =>
  token.type === 'text' ? (/^[.,;:!?)\]%’”。，；：！？、）]+/.exec(token.content)?.[0] ?? '') : '';

/** A longer formula has to break within itself, so nothing is glued to it. */
const GLYPHS_IN_A_LINE = 28;
function isShortFormula(token: Token | undefined): boolean {
  if (token?.type !== 'math' || token.meta?.['display'] === true) return false;
  return token.content.replace(/\\[a-zA-Z]+/g, 'x').replace(/[{}\s^_]/g, '').length <= GLYPHS_IN_A_LINE;
}

function leaf(token: Token, key: number, images: ImageQueue): ReactNode {
  const { type, content } = token;
  switch (type) {
    case 'inline':
      return renderTokens(token.children ?? [], images);
    case 'text':
    case 'text_special':
      return plainText(content, images);
    case 'softbreak':
    case 'hardbreak':
      return <br key={key} />;
    case 'hr':
      return <hr key={key} className="md-hr" />;
    case 'code_inline':
      passImages(content, images);
      return (
        <code key={key} className="md-code">
          {content}
        </code>
      );
    case 'code_block':
    case 'fence':
      passImages(content, images);
      return <CodeBlock key={key} code={content.replace(/\n$/, '')} language={token.info.trim()} />;
    case 'math':
    case 'math_block':
      passImages(content, images);
      return (
        <Formula
          key={`${key} ${content}`}
          tex={content}
          display={token.meta?.['display'] === true}
          source={sourceOf(token)}
        />
      );
    case 'image':
      return image(token, key);
    default:
      return plainText(content, images);
  }
}

/** In code and formulas an image's place stays a character; the next one must still find its own asset. */
function passImages(content: string, images: ImageQueue): void {
  for (let at = content.indexOf('\uFFFC'); at >= 0; at = content.indexOf('\uFFFC', at + 1)) images.next();
}

const CLOSERS: Record<string, string> = { $: '$', $$: '$$', '\\(': '\\)', '\\[': '\\]' };
function sourceOf({ markup, content }: Token): string {
  const close = CLOSERS[markup];
  return close === undefined ? content : `${markup}${content}${close}`;
}

function image(token: Token, key: number): ReactNode {
  const address = String(token.attrGet('src') ?? '');
  return isShownImage(address) ? (
    <ImageInFile key={key} dataUrl={address} alt={token.content} />
  ) : (
    <RemoteImage key={key} address={address} alt={token.content} />
  );
}

function container(token: Token, children: ReactNode[], key: number): ReactNode {
  switch (token.tag) {
    case 'p':
      // A tight list hides its paragraphs.
      return token.hidden ? children : <p key={key}>{children}</p>;
    case 'h1':
    case 'h2':
    case 'h3':
    case 'h4':
    case 'h5':
    case 'h6':
      // Not a heading of the page: its outline belongs to us.
      return (
        <p key={key} className={`md-h md-${token.tag}`}>
          {children}
        </p>
      );
    case 'ul':
      return (
        <ul key={key} className={BULLETS[token.markup] ?? 'md-list'}>
          {children}
        </ul>
      );
    case 'ol':
      return (
        <ol
          key={key}
          className={token.markup === ')' ? 'md-list md-list--paren' : 'md-list'}
          start={Number(token.attrGet('start') ?? 1)}
        >
          {children}
        </ol>
      );
    case 'a':
      return (
        <LinkText key={key} address={String(token.attrGet('href') ?? '')}>
          {children}
        </LinkText>
      );
    default:
      return plainElement(token, children, key);
  }
}

/** A `+` or `-` before a line may be a sign: the bullet drawn is the one that stands there. */
const BULLETS: Record<string, string> = {
  '-': 'md-list md-list--minus',
  '+': 'md-list md-list--plus',
  '*': 'md-list md-list--star',
};

function WideTable({ children }: { children: ReactNode }) {
  const place = useWideRegion<HTMLDivElement>('Table, wider than the column');
  return (
    <div className="md-table" ref={place}>
      <table>{children}</table>
    </div>
  );
}

function plainElement(token: Token, children: ReactNode[], key: number): ReactNode {
  switch (token.tag) {
    case 'li':
      return <li key={key}>{children}</li>;
    case 'blockquote':
      return (
        <blockquote key={key} className="md-quote">
          {children}
        </blockquote>
      );
    case 'em':
      return <em key={key}>{children}</em>;
    case 'strong':
      return <strong key={key}>{children}</strong>;
    case 's':
      return <s key={key}>{children}</s>;
    case 'table':
      return <WideTable key={key}>{children}</WideTable>;
    case 'thead':
      return <thead key={key}>{children}</thead>;
    case 'tbody':
      return <tbody key={key}>{children}</tbody>;
    case 'tr':
      return <tr key={key}>{children}</tr>;
    case 'th':
      return <th key={key}>{children}</th>;
    case 'td':
      return <td key={key}>{children}</td>;
    default:
      return <span key={key}>{children}</span>;
  }
}
