// A canvas cannot read custom properties, and light-dark() inside one is no colour until it is used: a hidden
// element uses each once.

const TOKENS = [
  '--bg',
  '--surface',
  '--line',
  '--line-2',
  '--line-control',
  '--ink',
  '--ink-2',
  '--ink-3',
  '--accent',
  '--seq-0',
  '--seq-1',
  '--seq-2',
  '--seq-3',
  '--seq-4',
  '--seq-5',
  '--seq-6',
  '--div-n3',
  '--div-n2',
  '--div-n1',
  '--div-0',
  '--div-p1',
  '--div-p2',
  '--div-p3',
  '--v-correct',
  '--v-correct-on',
  '--v-redundant',
  '--v-redundant-edge',
  '--v-redundant-on',
  '--v-erroneous',
  '--v-erroneous-on',
  '--v-unjudged',
] as const;
export type Token = (typeof TOKENS)[number];
export type Palette = Record<Token, string> & { font: string };

export function readPalette(near: HTMLElement): Palette {
  const probe = document.createElement('span');
  probe.hidden = true;
  near.append(probe);
  const style = getComputedStyle(probe);
  const colours = TOKENS.map((token) => {
    probe.style.color = `var(${token})`;
    return [token, style.color] as const;
  });
  const { fontFamily } = getComputedStyle(document.body);
  probe.remove();
  return { ...(Object.fromEntries(colours) as Record<Token, string>), font: fontFamily };
}

/** Calls back when the theme, the contrast or the fonts of the page change; gives the end of it. */
export function watchTheme(onChange: () => void): () => void {
  const queries = ['(prefers-color-scheme: dark)', '(prefers-contrast: more)'].map((query) =>
    matchMedia(query),
  );
  const theme = new MutationObserver(onChange);
  theme.observe(document.documentElement, { attributeFilter: ['data-theme'] });
  for (const query of queries) query.addEventListener('change', onChange);
  document.fonts.addEventListener('loadingdone', onChange);
  return () => {
    theme.disconnect();
    for (const query of queries) query.removeEventListener('change', onChange);
    document.fonts.removeEventListener('loadingdone', onChange);
  };
}
