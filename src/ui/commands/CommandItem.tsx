import { Command as List } from 'cmdk';
import type { Command } from '../../app/command';
import { showBinding } from '../../app/keys';
import { Key, VerdictMark, onMac, shownBindings } from '../parts';
import type { MarkOf } from '../parts';

const MARKS: Record<string, MarkOf> = {
  'judge.correct': 'correct',
  'judge.redundant': 'redundant',
  'judge.erroneous': 'erroneous',
  'judge.firstError': 'erroneous',
  'judge.unsure': 'unsure',
};

interface Props {
  command: Command;
  availability: true | string;
  isExplained: boolean;
  words: readonly string[];
  onChoose: (id: string) => void;
}

export function CommandItem({
  command: { id, title, keys },
  availability,
  isExplained,
  words,
  onChoose,
}: Props) {
  const mark = MARKS[id];
  return (
    <List.Item
      value={id}
      disabled={availability !== true}
      onSelect={() => onChoose(id)}
      className="kg__i"
      title={availability === true ? undefined : availability}
    >
      {mark !== undefined && <VerdictMark verdict={mark} size={14} silent />}
      <span className="grow">
        <Marked text={title} words={words} />
        {availability !== true && !isExplained && <span className="kg__why xs">{availability}</span>}
      </span>
      {shownBindings(keys).map(({ key }) => (
        <Key key={key}>{showBinding(key, onMac)}</Key>
      ))}
    </List.Item>
  );
}

/** The first place of the first word of the filter. */
function Marked({ text, words }: { text: string; words: readonly string[] }) {
  const [word = ''] = words;
  const at = word === '' ? -1 : text.toLowerCase().indexOf(word);
  if (at < 0) return text;
  return (
    <>
      {text.slice(0, at)}
      <b>{text.slice(at, at + word.length)}</b>
      {text.slice(at + word.length)}
    </>
  );
}
