// Finding a passage of text in a trace: part by part, so that a text of 40 MB never holds the page up.

export interface TextQuery {
  text: string;
  matchCase: boolean;
}
/** raw[start, end) */
export interface Hit {
  start: number;
  end: number;
}

/** Code units searched in one go: a few ms. */
const PART = 1 << 18;
/** White space of a query stands for any run of it, so a hit may be longer than the query by this much. */
const LONGER = 200;
/** A letter that stands everywhere is no search: the bar says that there are more. */
export const MOST_HITS = 20_000;

/** The query as a pattern of plain characters, where white space is any run of white space. */
export function queryPattern({ text, matchCase }: TextQuery): RegExp {
  const words = text.split(/\s+/).map((word) => word.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&'));
  return new RegExp(words.join('\\s+'), matchCase ? 'gu' : 'giu');
}

/** Hits in the order of the text, those of one part at a time. Stops at MOST_HITS. */
export function* findText(raw: string, query: TextQuery): Generator<Hit[]> {
  if (query.text.trim() === '') return;
  const pattern = queryPattern({ ...query, text: query.text.trim() });
  let from = 0;
  let left = MOST_HITS;
  for (let part = 0; part < raw.length && left > 0; part += PART) {
    const partEnd = Math.min(raw.length, part + PART);
    from = Math.max(from, part);
    const text = raw.slice(from, partEnd + query.text.length + LONGER);
    const hits: Hit[] = [];
    for (const { 0: found, index } of text.matchAll(pattern)) {
      const start = from + index;
      // The next part finds it too, with all that follows.
      if (start >= partEnd || hits.length === left) break;
      hits.push({ start, end: start + found.length });
    }
    from = hits.at(-1)?.end ?? from;
    left -= hits.length;
    yield hits;
  }
}
