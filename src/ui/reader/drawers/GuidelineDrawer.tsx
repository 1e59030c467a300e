import { BookOpen } from 'lucide-react';
import type { ReactNode } from 'react';
import { selectPack, selectProtocol } from '../../../app/selectPack';
import type { Protocol } from '../../../core/model';
import { Key, KeyHint, RouteLink, useApp } from '../../parts';
import { StepText } from '../markdown';
import { DrawerFrame } from './DrawerFrame';

/** What the words mean and which rules hold, beside the work. */
export function GuidelineDrawer({ onLeave }: { onLeave: () => void }) {
  const pack = useApp(selectPack);
  const protocol = useApp(selectProtocol);
  return (
    <DrawerFrame
      icon={BookOpen}
      title="Guideline"
      aside={pack.id}
      onLeave={onLeave}
      foot={
        <>
          <RouteLink to={{ screen: 'packs' }}>Open the label pack</RouteLink>
          <span className="grow" />
          <span>
            <KeyHint command="trace.guideline" /> closes; the keys still judge
          </span>
        </>
      }
    >
      <section className="side__sec">
        <StepText text={pack.guideline} className="prose prose--sm" />
      </section>
      <section className="side__sec stack stack--tight">
        <h3 className="h">Rules in force</h3>
        <Rules protocol={protocol} />
      </section>
    </DrawerFrame>
  );
}

const HINTS = { shown: 'shown', afterVerdict: 'after your verdict', never: 'never' } as const;
const SCOPES = {
  all: 'all steps',
  upToFirstError: 'up to the first error',
  thinking: 'thinking only',
} as const;

function Rules({ protocol }: { protocol: Protocol }) {
  const rule = (name: string, words: ReactNode) => (
    <>
      <dt className="ink2">{name}</dt>
      <dd>{words}</dd>
    </>
  );
  return (
    <dl className="rules">
      {rule('After the first error', protocol.afterFirstError === 'stop' ? 'stop' : 'judge on')}
      {rule(
        'A later correction',
        protocol.correctionClears ? (
          'clears the error'
        ) : (
          <>
            does not clear it; mark it with <KeyHint command="hindsight.correctedAt" />
          </>
        ),
      )}
      {rule(
        'Follows from an error',
        protocol.flagPropagated ? 'a flag of its own' : 'erroneous, with a category',
      )}
      {rule('Hints', HINTS[protocol.hints])}
      {rule('Must be judged', SCOPES[protocol.scope])}
      {rule(
        'Bulk keys',
        protocol.bulk ? (
          <>
            <Key>F</Key> and <Key>A</Key> allowed, marked in the export
          </>
        ) : (
          'off'
        ),
      )}
    </dl>
  );
}
