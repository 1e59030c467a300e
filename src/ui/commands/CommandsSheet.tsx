import { Command as List } from 'cmdk';
import { Search, X } from 'lucide-react';
import { Dialog } from 'radix-ui';
import { useState } from 'react';
import type { Command } from '../../app/command';
import type { AppState } from '../../app/state';
import { Button, Icon, Key, counted, useActions, useStepmark } from '../parts';
import { CommandItem } from './CommandItem';
import { KeysEditor } from './KeysEditor';
import './commands.css';

/** Every command with its keys; runs it, or says why it cannot. The list behind stays in sight. */
export function CommandsSheet() {
  const { commands, store, run } = useStepmark();
  const { showCommands } = useActions();
  const [filter, setFilter] = useState('');
  const [isEditing, setEditing] = useState(false);
  // As it was when the sheet opened: what can be done depends on where one came from.
  const [state] = useState(() => store.getState());
  const [from] = useState(() => document.activeElement);
  const words = filter.toLowerCase().split(/\s+/).filter(Boolean);
  const shown = commands.filter(({ title, group }) => matchesAll(`${title} ${group}`, words));
  const choose = (id: string) => {
    showCommands(false);
    run(id);
  };
  const giveFocusBack = (event: Event) => {
    event.preventDefault();
    if (from instanceof HTMLElement && from.isConnected) from.focus({ preventScroll: true });
  };
  return (
    <Dialog.Root open modal={false} onOpenChange={showCommands}>
      <Dialog.Portal>
        <Dialog.Content className="sheet" aria-describedby={undefined} onCloseAutoFocus={giveFocusBack}>
          <Dialog.Title className="sr">Commands</Dialog.Title>
          {isEditing ? (
            <KeysEditor onDone={() => setEditing(false)} />
          ) : (
            <List label="Commands" shouldFilter={false} loop className="sheet__c">
              <div className="sheet__q">
                <Icon of={Search} />
                <List.Input value={filter} onValueChange={setFilter} placeholder="Filter commands" />
                <span className="xs ink3" role="status">
                  {words.length === 0 ? counted(shown.length, 'command') : `${shown.length} of them`}
                </span>
                <Button look="ghost" small iconOnly aria-label="Close" onClick={() => showCommands(false)}>
                  <Icon of={X} />
                </Button>
              </div>
              <List.List className={`sheet__b${words.length === 0 ? ' sheet__b--all' : ''}`}>
                <List.Empty className="sheet__none ink2">No command has these words in its name.</List.Empty>
                {groupsOf(shown, state).map(({ group, members, obstacle }) => (
                  <List.Group
                    key={group}
                    heading={words.length === 0 ? <Heading group={group} obstacle={obstacle} /> : undefined}
                    className="kg"
                  >
                    {members.map(({ command, availability }) => (
                      <CommandItem
                        key={command.id}
                        command={command}
                        availability={availability}
                        // The heading of its group says why already.
                        isExplained={words.length === 0 && obstacle !== undefined}
                        words={words}
                        onChoose={choose}
                      />
                    ))}
                  </List.Group>
                ))}
              </List.List>
              <div className="sheet__f">
                <span className="row row--keys">
                  <Key>↑</Key>
                  <Key>↓</Key> choose
                </span>
                <span className="row row--keys">
                  <Key>↵</Key> run
                </span>
                <span className="row row--keys">
                  <Key>Esc</Key> back
                </span>
                <span className="grow" />
                <Button small look="ghost" onClick={() => setEditing(true)}>
                  Change keys…
                </Button>
              </div>
            </List>
          )}
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function Heading({ group, obstacle }: Pick<Group, 'group' | 'obstacle'>) {
  return (
    <>
      {group}
      {obstacle !== undefined && <span className="kg__why">{obstacle}</span>}
    </>
  );
}

function matchesAll(text: string, words: readonly string[]): boolean {
  const lower = text.toLowerCase();
  return words.every((word) => lower.includes(word));
}

interface Group {
  group: Command['group'];
  members: { command: Command; availability: true | string }[];
  /** What stands in the way first, when no command of the group can run. */
  obstacle: string | undefined;
}

/** What can be done comes first. */
function groupsOf(commands: readonly Command[], state: AppState): Group[] {
  const byGroup = new Map<Command['group'], Group['members']>();
  for (const command of commands) {
    const known = byGroup.get(command.group) ?? [];
    byGroup.set(command.group, [...known, { command, availability: command.availability(state) }]);
  }
  return [...byGroup]
    .map(([group, members]) => {
      const reasons = members.map(({ availability }) => availability);
      return { group, members, obstacle: reasons.includes(true) ? undefined : String(reasons[0]) };
    })
    .sort((a, b) => Number(a.obstacle !== undefined) - Number(b.obstacle !== undefined));
}
