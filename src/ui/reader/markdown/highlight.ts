import hljs from 'highlight.js/lib/core';
import bash from 'highlight.js/lib/languages/bash';
import cpp from 'highlight.js/lib/languages/cpp';
import java from 'highlight.js/lib/languages/java';
import javascript from 'highlight.js/lib/languages/javascript';
import json from 'highlight.js/lib/languages/json';
import python from 'highlight.js/lib/languages/python';
import sql from 'highlight.js/lib/languages/sql';
import xml from 'highlight.js/lib/languages/xml';

// A chunk of its own, loaded when the first named fence is on the screen.
const languages = { bash, cpp, java, javascript, json, python, sql, xml };
for (const [name, language] of Object.entries(languages)) hljs.registerLanguage(name, language);

export interface CodePiece {
  text: string;
  /** Class of screens.css: keyword, string, number, comment. */
  look?: 'k' | 's' | 'n' | 'c';
}
const LOOKS: Record<string, CodePiece['look']> = {
  'hljs-keyword': 'k',
  'hljs-built_in': 'k',
  'hljs-literal': 'k',
  'hljs-name': 'k',
  'hljs-type': 'k',
  'hljs-string': 's',
  'hljs-regexp': 's',
  'hljs-number': 'n',
  'hljs-comment': 'c',
  'hljs-meta': 'c',
};
/** Colours are no reading aid in a dump. */
const LONGEST = 20_000;
const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#x27': "'" };

/** The code in coloured pieces, whose texts joined are `code`; undefined for a language we do not know. */
export function highlight(code: string, language: string): CodePiece[] | undefined {
  if (code.length > LONGEST || hljs.getLanguage(language) === undefined) return undefined;
  const pieces = readPieces(hljs.highlight(code, { language, ignoreIllegals: true }).value);
  return pieces.map(({ text }) => text).join('') === code ? pieces : undefined;
}

/** highlight.js answers in markup of spans and five entities: it becomes data, never elements by itself. */
function readPieces(markup: string): CodePiece[] {
  const pieces: CodePiece[] = [];
  const open: CodePiece['look'][] = [];
  for (const [part, className] of markup.matchAll(/<span class="([^"]*)">|<\/span>|[^<]+/g)) {
    if (className !== undefined) open.push(LOOKS[className.split(' ')[0] ?? ''] ?? open.at(-1));
    else if (part === '</span>') open.pop();
    else {
      const text = part.replace(/&(amp|lt|gt|quot|#x27);/g, (_, name: string) => ENTITIES[name] ?? '');
      const look = open.at(-1);
      pieces.push(look === undefined ? { text } : { text, look });
    }
  }
  return pieces;
}
