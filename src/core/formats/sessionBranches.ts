// From lines that name the line they follow to the paths through them.

import type { Turn } from './turns';

export interface SessionLine {
  /** undefined: metadata, which only links lines. */
  turn: Turn | undefined;
  isSide: boolean;
  uuid?: string;
  parent?: string;
  model: string | undefined;
}

/** Root-to-leaf paths of lines with a turn, in the order of their ends. */
export function branchesOf(lines: readonly SessionLine[]): SessionLine[][] {
  const parents = parentsOf(lines);
  const hasChild = new Set(parents.values());
  const ends = lines.filter((line) => line.turn && !hasChild.has(line));
  return ends.map((end) => {
    const path: SessionLine[] = [];
    for (let at: SessionLine | undefined = end; at; at = parents.get(at)) path.push(at);
    return path.reverse();
  });
}

/** The line with a turn that each such line follows; a parent later in the file is none. */
function parentsOf(lines: readonly SessionLine[]): Map<SessionLine, SessionLine | undefined> {
  const known = new Map<string, SessionLine | undefined>();
  const parents = new Map<SessionLine, SessionLine | undefined>();
  let last: SessionLine | undefined;
  for (const line of lines) {
    // Without a parent that is known, a line follows the one before it.
    const named = line.parent !== undefined && known.has(line.parent) ? known.get(line.parent) : last;
    // Answers to calls made at once name the call, but all calls stand before them: they go on in file order.
    const parent = line.turn?.role === 'tool' && follows(last, named, parents) ? last : named;
    if (line.turn) {
      parents.set(line, parent);
      last = line;
    }
    if (line.uuid !== undefined) known.set(line.uuid, line.turn ? line : parent);
  }
  return parents;
}

function follows(
  line: SessionLine | undefined,
  ancestor: SessionLine | undefined,
  parents: ReadonlyMap<SessionLine, SessionLine | undefined>,
): boolean {
  for (let at = line; at; at = parents.get(at)) if (at === ancestor) return true;
  return false;
}
