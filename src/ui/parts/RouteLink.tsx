import type { AnchorHTMLAttributes, MouseEvent } from 'react';
import { writeRoute } from '../../app/routing';
import { selectFileName } from '../../app/selectFile';
import type { Route } from '../../app/state';
import { useActions, useApp } from './AppContext';

interface Props extends AnchorHTMLAttributes<HTMLAnchorElement> {
  to: Route;
}

/** A real address, so it can be copied and opened in another tab; a plain click stays in the page. */
export function RouteLink({ to, children, ...rest }: Props) {
  const { navigate } = useActions();
  const name = useApp((state) => selectFileName(state, to));
  const go = (event: MouseEvent) => {
    if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    navigate(to);
  };
  return (
    <a href={writeRoute(to, name)} onClick={go} {...rest}>
      {children}
    </a>
  );
}
