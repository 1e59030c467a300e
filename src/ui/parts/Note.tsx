import { Info, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { Icon } from './Icon';

interface Props {
  tone?: 'plain' | 'warn' | 'fail';
  children: ReactNode;
  /** Appeared without being asked for: read aloud. */
  alert?: boolean;
}

export function Note({ tone = 'plain', children, alert = false }: Props) {
  return (
    <div className={`note${tone === 'plain' ? '' : ` note--${tone}`}`} {...(alert && { role: 'alert' })}>
      <Icon of={tone === 'plain' ? Info : TriangleAlert} />
      <span>{children}</span>
    </div>
  );
}
