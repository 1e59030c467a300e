import type { ButtonHTMLAttributes } from 'react';

interface Props extends ButtonHTMLAttributes<HTMLButtonElement> {
  look?: 'plain' | 'primary' | 'ghost';
  small?: boolean;
  /** Only an icon: needs aria-label. */
  iconOnly?: boolean;
  on?: boolean;
  /** Why it cannot be pressed. It stays reachable, so the reason can be read. */
  unavailable?: string | undefined;
}

export function Button({
  look = 'plain',
  small = false,
  iconOnly = false,
  on = false,
  unavailable,
  className = '',
  onClick,
  children,
  ...rest
}: Props) {
  const classes = [
    'btn',
    look !== 'plain' && unavailable === undefined && `btn--${look}`,
    small && 'btn--sm',
    iconOnly && 'btn--icon',
    on && 'is-on',
    unavailable !== undefined && 'is-disabled',
    className,
  ].filter(Boolean);
  return (
    <button
      type="button"
      className={classes.join(' ')}
      {...(unavailable === undefined
        ? onClick && { onClick }
        : { 'aria-disabled': true, title: unavailable })}
      {...rest}
    >
      {children}
    </button>
  );
}
