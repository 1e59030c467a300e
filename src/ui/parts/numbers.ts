const THOUSANDS = new Intl.NumberFormat('en-US');
/** `1,204`; the minus is a minus, not a hyphen. */
export function grouped(n: number): string {
  return THOUSANDS.format(n).replace('-', '−');
}
/** `1 row`, `1,204 rows`. */
export function counted(n: number, one: string, many = `${one}s`): string {
  return `${grouped(n)} ${n === 1 ? one : many}`;
}

const UNITS = ['bytes', 'KB', 'MB', 'GB', 'TB'] as const;
/** Powers of 1,000, three figures at most: `412 MB`, `1.7 GB`. */
export function bytes(n: number): string {
  let unit = 0;
  let rest = n;
  while (rest >= 999.5 && unit < UNITS.length - 1) {
    rest /= 1000;
    unit++;
  }
  const figures = unit > 0 && rest < 9.95 ? rest.toFixed(1) : String(Math.round(rest));
  return `${figures} ${UNITS[unit]}`;
}

/** `2 s`, `4 min`, `3 h`, `2 days`. */
export function span(ms: number): string {
  const s = Math.max(0, Math.round(ms / 1000));
  if (s < 60) return `${s} s`;
  if (s < 3600) return `${Math.floor(s / 60)} min`;
  if (s < 86_400) return `${Math.floor(s / 3600)} h`;
  return `${Math.floor(s / 86_400)} ${s < 172_800 ? 'day' : 'days'}`;
}

/** `0:07`, `12:30`. */
export function minutes(ms: number): string {
  const s = Math.round(ms / 1000);
  return `${Math.floor(s / 60)}:${String(s % 60).padStart(2, '0')}`;
}
