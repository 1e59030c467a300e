import { List, Monitor, Moon, Search, Sun } from 'lucide-react';
import { useState } from 'react';
import { selectFile, selectFileAtHand } from '../../app/selectFile';
import type { Route } from '../../app/state';
import { Button, Icon, Key, Logo, RouteLink, onMac, useActions, useApp, useStepmark } from '../parts';
import { Crumbs } from './Crumbs';

const THEME_ICONS = { system: Monitor, light: Sun, dark: Moon } as const;

/** Only screens that lead somewhere: without a file there is the library. */
function useScreens(): { title: string; to: Route; current: boolean }[] {
  const route = useApp((state) => state.route);
  const file = useApp(selectFileAtHand);
  const readingAt = useApp((state) => state.reader?.open);
  const library = {
    title: 'Library',
    to: { screen: 'library' } as const,
    current: route.screen === 'library' || route.screen === 'open' || route.screen === 'missing',
  };
  if (file === undefined || file.rows === 0) return [library];
  const row = readingAt?.file === file.key ? readingAt.row : (file.leftAt?.row ?? 0);
  return [
    library,
    { title: 'Traces', to: { screen: 'traces', file: file.key }, current: route.screen === 'traces' },
    {
      title: 'Read',
      to: { screen: 'read', file: file.key, row },
      current: route.screen === 'read' || route.screen === 'tree' || route.screen === 'compare',
    },
    { title: 'Export', to: { screen: 'export', file: file.key }, current: route.screen === 'export' },
  ];
}

export function TopBar() {
  const screens = useScreens();
  const { run } = useStepmark();
  const { showCommands } = useActions();
  const theme = useApp((state) => state.settings.theme);
  const route = useApp((state) => state.route);
  const file = useApp((state) => selectFile(state, 'file' in route ? route.file : undefined));
  const [open, setOpen] = useState(false);
  return (
    <header className="top">
      <RouteLink className="brand" to={{ screen: 'library' }} aria-label="Stepmark, library">
        <Logo />
        <span className="hide-s">Stepmark</span>
      </RouteLink>
      <Button
        look="ghost"
        small
        iconOnly
        className="only-s"
        aria-label="Screens"
        aria-expanded={open}
        aria-controls="screens"
        onClick={() => setOpen(!open)}
      >
        <Icon of={List} />
      </Button>
      <nav className={`nav${open ? ' is-open' : ''}`} id="screens" aria-label="Screens">
        {screens.map(({ title, to, current }) => (
          <span key={title} className="nav__i" onClickCapture={() => setOpen(false)}>
            <RouteLink to={to} aria-current={current ? 'page' : undefined}>
              {title}
            </RouteLink>
          </span>
        ))}
      </nav>
      <Crumbs route={route} file={file} />
      <Button look="ghost" small className="hide-s" aria-haspopup="dialog" onClick={() => showCommands(true)}>
        <Icon of={Search} small />
        <span className="hide-m">Commands</span> <Key>?</Key>
        <Key>{onMac ? '⌘K' : 'Ctrl K'}</Key>
      </Button>
      <Button
        look="ghost"
        small
        iconOnly
        aria-label={`Theme: ${theme}`}
        title={`Theme: ${theme}`}
        onClick={() => run('page.theme')}
      >
        <Icon of={THEME_ICONS[theme]} />
      </Button>
    </header>
  );
}
