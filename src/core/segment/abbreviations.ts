// Full stops that end no sentence.

const words = (list: string) => new Set(list.split(' '));
/** Something always follows. */
const LEADING = words(
  'dr mr mrs ms prof rev hon gen col capt lt sgt maj gov sen pres st mt mme e.g eg i.e ie cf vs viz resp approx ca ' +
    'incl esp al ph.d',
);
/** Only before a number. */
const NUMBERED = words('no nos p pp vol jan feb mar apr jun jul aug sep sept oct nov dec');
/** Only before what is referred to: "Fig. 3", "Eq. (4)", "Fig. A". */
const REFERRING = words(
  'fig figs eq eqs eqn eqns sec secs ch chap thm lem prop def cor ex rem alg tab ref refs art',
);
/** With full stops inside, and yet the last ends a sentence where a capital follows. */
const ENDING = words('a.m p.m q.e.d');
/** Nouns behind which a single capital letter is a name, not an initial: "the answer is B. So". */
const NAMED_BY_LETTER = words(
  'option answer choice case plan point vertex angle line set part step type group team class train city town ' +
    'circle triangle is and or to than statement event matrix box box player person vitamin grade figure at from of',
);
const LONGEST = 12;
const isWordUnit = (unit: string | undefined) => unit !== undefined && /[\p{L}\p{N}.]/u.test(unit);

/** The full stop at `at` belongs to an abbreviation or an initial; `nextAt`: behind the white space after it. */
export function endsAbbreviation(raw: string, from: number, at: number, nextAt: number): boolean {
  let next = nextAt;
  while (next < nextAt + LONGEST && (raw[next] === '\n' || raw[next] === '\r' || raw[next] === ' ')) next++;
  let start = at;
  while (start > from && at - start <= LONGEST && isWordUnit(raw[start - 1])) start--;
  const word = raw.slice(start, at);
  const lower = word.toLowerCase();
  if (LEADING.has(lower)) return true;
  if (NUMBERED.has(lower)) return /[\d\\~$]/.test(raw[next] ?? '');
  if (REFERRING.has(lower)) return /^(?:[\d(\\~$]|[A-Z](?![A-Za-z]))/.test(raw.slice(next, next + 2));
  if (/^(?:[A-Za-z]\.)+[A-Za-z]$/.test(word)) return !ENDING.has(lower);
  return /^\p{Lu}$/u.test(word) && isInitial(raw, from, start, next);
}

function isInitial(raw: string, from: number, start: number, next: number): boolean {
  if (!/\p{Lu}/u.test(raw[next] ?? '')) return false;
  let wordEnd = start;
  while (wordEnd > from && raw[wordEnd - 1] === ' ') wordEnd--;
  if (wordEnd === from) return true;
  let wordStart = wordEnd;
  while (wordStart > from && wordEnd - wordStart <= LONGEST && isWordUnit(raw[wordStart - 1])) wordStart--;
  const before = raw.slice(wordStart, wordEnd);
  return !NAMED_BY_LETTER.has(before.toLowerCase()) && (/^\p{Lu}/u.test(before) || before === 'by');
}
