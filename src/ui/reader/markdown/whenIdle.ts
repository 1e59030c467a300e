// What nobody sees waits until nothing has been drawn anew for a while: during scrolling rows come all the time, and
// each frame's time is theirs.

const QUIET_MS = 250;
/** Of an idle period, what is left to the browser. */
const SPARE_MS = 2;

let waiting: (() => void)[] = [];
let timer: ReturnType<typeof setTimeout> | undefined;

/** Runs `work` in idle time, in the order asked for; each call puts all of it off again. */
export function whenIdle(work: () => void): void {
  waiting.push(work);
  clearTimeout(timer);
  timer = setTimeout(start, QUIET_MS);
}

function start(): void {
  // Safari has no idle callback.
  if (typeof requestIdleCallback === 'undefined') runUntil(() => true);
  else
    requestIdleCallback((deadline) => runUntil(() => deadline.timeRemaining() > SPARE_MS), {
      timeout: 2_000,
    });
}

function runUntil(hasTime: () => boolean): void {
  // At least one, or a page that is never idle would never get there.
  let done = 0;
  do waiting[done++]?.();
  while (done < waiting.length && hasTime());
  waiting = waiting.slice(done);
  if (waiting.length > 0) start();
}
