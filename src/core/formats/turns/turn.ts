// Turn-based traces, whatever the tool calls its turns. Formats bring theirs into this shape; `projectTurns`
// makes one raw text of them.

export type Role = 'system' | 'user' | 'assistant' | 'tool';

export type TurnPart =
  | { kind: 'text'; text: string }
  | { kind: 'thinking'; text: string }
  /** Shown as `name(text)`, without a name as it stands. */
  | { kind: 'call'; name: string; text: string; callId?: string | undefined }
  /** What a tool gave back inside a turn that is not the tool's. */
  | { kind: 'result'; text: string; name?: string | undefined; callId?: string | undefined }
  | { kind: 'image'; url: string; mime?: string | undefined };

export interface Turn {
  role: Role;
  /** Who spoke, or which tool. */
  name?: string | undefined;
  /** Of a tool's answer: the call it belongs to. */
  callId?: string | undefined;
  parts: TurnPart[];
}

const ROLES = new Map<string, Role>([
  ['system', 'system'],
  ['developer', 'system'],
  ['user', 'user'],
  ['human', 'user'],
  ['assistant', 'assistant'],
  ['gpt', 'assistant'],
  ['model', 'assistant'],
  ['ai', 'assistant'],
  ['bot', 'assistant'],
  ['tool', 'tool'],
  ['function', 'tool'],
  ['ipython', 'tool'],
  ['observation', 'tool'],
  ['environment', 'tool'],
]);
/** undefined: a word we do not know; such a turn is shown and holds no steps. */
export const roleOf = (word: string): Role | undefined => ROLES.get(word.toLowerCase());
