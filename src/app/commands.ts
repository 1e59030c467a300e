// The one table of commands: keys, buttons, the commands sheet and the help read it.

import type { Command } from './command';
import { FIND_COMMANDS } from './findCommands';
import { NOTE_COMMANDS } from './finishNotes';
import { FLOW_COMMANDS } from './flowCommands';
import { JUDGE_COMMANDS } from './judgeCommands';
import { MOVE_COMMANDS } from './moveCommands';
import { PAGE_COMMANDS } from './pageCommands';
import { READING_COMMANDS } from './readingCommands';
import { SPLIT_COMMANDS } from './splitCommands';
import { TABLE_COMMANDS } from './tableCommands';
import { TRACE_COMMANDS } from './traceCommands';
import { TREE_COMMANDS } from './treeCommands';

export const COMMANDS: readonly Command[] = [
  ...JUDGE_COMMANDS,
  ...FLOW_COMMANDS,
  ...MOVE_COMMANDS,
  ...TRACE_COMMANDS,
  ...FIND_COMMANDS,
  ...READING_COMMANDS,
  ...SPLIT_COMMANDS,
  ...TREE_COMMANDS,
  ...TABLE_COMMANDS,
  ...PAGE_COMMANDS,
  ...NOTE_COMMANDS,
];
