import type { Category, Verdict } from '../../model';

export const category = (under: Verdict, id: string, title: string, key?: Category['key']): Category => ({
  id,
  title,
  under,
  ...(key === undefined ? {} : { key }),
});
