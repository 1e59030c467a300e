import { X } from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import type { KeyboardEvent, ReactNode } from 'react';
import { Button, Icon, useActions } from '../../parts';

interface Props {
  icon: LucideIcon;
  title: string;
  aside?: ReactNode;
  foot?: ReactNode;
  onLeave: () => void;
  children: ReactNode;
}

/** Beside the steps, in place of margin and map. Esc goes one layer back from anywhere inside. */
export function DrawerFrame({ icon, title, aside, foot, onLeave, children }: Props) {
  const actions = useActions();
  const leave = () => {
    actions.showDrawer(undefined);
    onLeave();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.key !== 'Escape') return;
    event.stopPropagation();
    leave();
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <aside className="drawer" aria-label={title} onKeyDown={onKeyDown}>
      <div className="drawer__h">
        <Icon of={icon} />
        <h2 className="medium grow nowrap">{title}</h2>
        <span className="xs ink2 clip">{aside}</span>
        <Button look="ghost" small iconOnly aria-label="Close" onClick={leave}>
          <Icon of={X} small />
        </Button>
      </div>
      {/* Scrolls: a tab stop of its own where nothing inside is one. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className="drawer__b" tabIndex={0} role="region" aria-label={`${title}, text`}>
        {children}
      </div>
      {foot !== undefined && <div className="drawer__f xs ink2">{foot}</div>}
    </aside>
  );
}
