import { Copy, Globe } from 'lucide-react';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { Icon } from '../../parts';

/** Not a tab stop: the list of steps is one. The raw text shows the address to the keyboard. */
function CopyButton({ address, inline }: { address: string; inline: boolean }) {
  const [said, setSaid] = useState<'copied' | 'not copied'>();
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(address);
      setSaid('copied');
    } catch {
      // No permission, or not a secure page: the address is beside the button or in the raw text.
      setSaid('not copied');
    }
  };
  return (
    <button
      type="button"
      tabIndex={-1}
      className={inline ? 'md-copy' : 'btn btn--sm'}
      title={inline ? (said ?? `Copy ${address}`) : undefined}
      aria-label={inline ? `Copy the address ${address}` : undefined}
      onClick={() => void copy()}
    >
      <Icon of={Copy} small />
      {!inline && (said ?? 'Copy address')}
    </button>
  );
}

/** A link of a trace goes nowhere: its text, and its address to copy. */
export function LinkText({ address, children }: { address: string; children: ReactNode }) {
  return (
    <span className="md-link" title={address}>
      {children}
      <CopyButton address={address} inline />
    </span>
  );
}

/** An image that is not in the file is never loaded. */
export function RemoteImage({ address, alt }: { address: string; alt: string }) {
  return (
    <span className="remote">
      <Icon of={Globe} />
      <span className="medium ink">
        {alt === '' ? 'An image elsewhere, not loaded' : `Not loaded: ${alt}`}
      </span>
      <CopyButton address={address} inline={false} />
      <span className="mono clip remote__at">{address}</span>
    </span>
  );
}
