import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { Icon } from './Icon';

interface Props {
  icon: LucideIcon;
  title: string;
  children?: ReactNode;
  actions?: ReactNode;
  heading?: 'h1' | 'h2';
}

/** Stands where the thing is missing: what, where, what to do. */
export function EmptyState({ icon, title, children, actions, heading: Heading = 'h2' }: Props) {
  return (
    <div className="blank">
      <Icon of={icon} />
      <Heading className="md medium">{title}</Heading>
      {children !== undefined && <p className="ink2">{children}</p>}
      {actions !== undefined && <div className="row row--wrap blank__do">{actions}</div>}
    </div>
  );
}
