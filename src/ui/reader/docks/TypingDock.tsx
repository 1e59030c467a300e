import { lazy, Suspense } from 'react';
import { useApp } from '../../parts';
import { CommentDock } from './CommentDock';
import { ReasonDock } from './ReasonDock';

const RewriteDock = lazy(async () => ({ default: (await import('./RewriteDock')).RewriteDock }));

/** What is being typed, under the list, so that no step moves. */
export function TypingDock({ onLeave }: { onLeave: () => void }) {
  const typing = useApp(({ reader }) => reader?.typing);
  switch (typing) {
    case 'comment':
      return <CommentDock onLeave={onLeave} />;
    case 'rewrite':
      return (
        <Suspense fallback={<div className="dock dock--rewrite" />}>
          <RewriteDock onLeave={onLeave} />
        </Suspense>
      );
    case 'bad_problem':
    case 'give_up':
      return <ReasonDock key={typing} how={typing} onLeave={onLeave} />;
    case undefined:
      return null;
  }
}
