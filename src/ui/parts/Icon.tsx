import type { LucideIcon } from 'lucide-react';

/** Decoration beside a word, or inside a button that has a name: never read aloud. */
export function Icon({ of: Drawing, small = false }: { of: LucideIcon; small?: boolean }) {
  return <Drawing className={small ? 'i i--sm' : 'i'} aria-hidden="true" />;
}

export function Logo() {
  return (
    <svg className="logo" viewBox="0 0 20 20" aria-hidden="true">
      <path d="M3 16.5h5v-4.2h4.6V8h4.6V3.5" />
      <circle cx="4" cy="8" r="2" />
    </svg>
  );
}
