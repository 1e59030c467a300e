import { Download, Upload } from 'lucide-react';
import { useState } from 'react';
import { selectPack, selectProtocol } from '../../app/selectPack';
import { packIdentity, protocolIdentity } from '../../core/labels';
import type { LabelPack, Protocol } from '../../core/model';
import { Button, counted, Icon, useActions, useApp } from '../parts';
import { PackEditor } from './PackEditor';
import { ProtocolEditor } from './ProtocolEditor';
import './packs.css';

/** What is agreed before work begins: categories, tags, ratings, guideline; and the rules. */
export function PacksScreen() {
  const actions = useActions();
  const known = useApp(({ packs }) => packs);
  const inUse = useApp(selectPack);
  const rules = useApp(selectProtocol);
  const [chosen, setChosen] = useState<LabelPack>();
  const [shownRules, setShownRules] = useState<Protocol>();
  const pack = chosen ?? inUse;
  const protocol = shownRules ?? rules;
  const packs = known?.packs ?? [];
  const protocols = known?.protocols ?? [];
  return (
    <main className="main packs">
      <aside className="packs__side" aria-label="Packs and protocols">
        <div className="row packs__h">
          <h2 className="h grow">Label packs</h2>
          <Button small onClick={() => actions.importPack()}>
            <Icon of={Upload} small />
            Import…
          </Button>
        </div>
        <ol>
          {packs.map((one) => (
            <Choice
              key={packIdentity(one)}
              title={one.id}
              words={`${counted(one.categories.length, 'category', 'categories')}${one.ratings.length > 0 ? `, ${counted(one.ratings.length, 'rating')}` : ''}`}
              isInUse={packIdentity(one) === packIdentity(inUse)}
              isChosen={packIdentity(one) === packIdentity(pack)}
              onChoose={() => setChosen(one)}
            />
          ))}
        </ol>
        <h2 className="h packs__h">Protocols</h2>
        <ol>
          {protocols.map((one) => (
            <Choice
              key={protocolIdentity(one)}
              title={one.id}
              words={`${one.afterFirstError === 'stop' ? 'stop at the first error' : 'judge on'}, hints ${HINTS[one.hints]}`}
              isInUse={protocolIdentity(one) === protocolIdentity(rules)}
              isChosen={protocolIdentity(one) === protocolIdentity(protocol)}
              onChoose={() => setShownRules(one)}
            />
          ))}
        </ol>
        <div className="packs__h">
          <Button small onClick={() => actions.exportPack(pack, protocol)}>
            <Icon of={Download} small />
            Export {pack.id} with {protocol.id}
          </Button>
        </div>
      </aside>
      <PackEditor
        key={packIdentity(pack)}
        pack={pack}
        isInUse={packIdentity(pack) === packIdentity(inUse)}
        onSaved={setChosen}
      />
      <ProtocolEditor
        key={protocolIdentity(protocol)}
        protocol={protocol}
        isInUse={protocolIdentity(protocol) === protocolIdentity(rules)}
        onSaved={setShownRules}
      />
    </main>
  );
}

const HINTS = { shown: 'shown', afterVerdict: 'after the verdict', never: 'never' } as const;

interface ChoiceProps {
  title: string;
  words: string;
  isInUse: boolean;
  isChosen: boolean;
  onChoose: () => void;
}

function Choice({ title, words, isInUse, isChosen, onChoose }: ChoiceProps) {
  return (
    <li>
      <button
        type="button"
        className={`packs__c${isChosen ? ' is-on' : ''}`}
        aria-current={isChosen ? 'true' : undefined}
        onClick={onChoose}
      >
        <span>{title}</span>
        <span className="xs ink2">
          {words}
          {isInUse && ' · in use'}
        </span>
      </button>
    </li>
  );
}
