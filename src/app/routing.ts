import type { PassageId } from '../core/identity';
import type { FileKey } from '../core/model';
import type { Route } from './state';

// #/library · #/packs · #/open/FILE/NAME · #/traces/FILE/NAME · #/export/FILE/NAME · #/read/FILE/NAME/ROW[/PASSAGE] ·
// #/tree/… · #/compare/FILE/NAME/ROW+ROW. A link carries the file's hash and its name, so a colleague is told which file to drop.

const isScreen = (word: string | undefined): word is 'traces' | 'export' | 'open' =>
  word === 'traces' || word === 'export' || word === 'open';

/** An address that says nothing known is the library. `row` counts from 1 in the address. */
export function readRoute(hash: string): { route: Route; fileName: string } {
  const [screen, file, name = '', row, passage] = hash.replace(/^#?\/?/, '').split('/');
  const fileName = decode(name);
  const key = file as FileKey | undefined;
  if (screen === 'packs') return { route: { screen }, fileName };
  if (screen === 'open' && (key === undefined || key === '')) return { route: { screen }, fileName };
  if (key !== undefined && key !== '' && isScreen(screen)) return { route: { screen, file: key }, fileName };
  if (screen === 'compare' && key !== undefined && /^[1-9]\d*(\+[1-9]\d*)*$/.test(row ?? '')) {
    const [first, ...others] = row!.split('+').map((one) => Number(one) - 1);
    return { route: { screen, file: key, row: first!, others }, fileName };
  }
  if (
    key !== undefined &&
    /^\d+$/.test(row ?? '') &&
    Number(row) >= 1 &&
    (screen === 'read' || screen === 'tree')
  ) {
    const at = { file: key, row: Number(row) - 1 };
    const to = passage === undefined || passage === '' ? {} : { passage: passage as PassageId };
    return { route: { screen, ...at, ...to }, fileName };
  }
  return { route: { screen: 'library' }, fileName: '' };
}

export function writeRoute(route: Route, fileName: string): string {
  const name = encodeURIComponent(fileName);
  switch (route.screen) {
    case 'library':
    case 'packs':
      return `#/${route.screen}`;
    case 'open':
      return route.file === undefined ? '#/open' : `#/open/${route.file}/${name}`;
    case 'traces':
    case 'export':
      return `#/${route.screen}/${route.file}/${name}`;
    case 'read':
    case 'tree':
      return `#/${route.screen}/${route.file}/${name}/${route.row + 1}${route.passage === undefined ? '' : `/${route.passage}`}`;
    case 'compare': {
      const rows = [route.row, ...route.others].map((row) => row + 1);
      return `#/compare/${route.file}/${name}/${rows.join('+')}`;
    }
    case 'missing':
      return `#/traces/${route.file}/${encodeURIComponent(route.name)}`;
  }
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // a hand-made address with a stray percent sign
  }
}
