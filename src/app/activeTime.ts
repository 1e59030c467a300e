// How long a person works on a step. An idle stretch counts a minute at most, a hidden page not at all.

import type { PassageId } from '../core/identity';
import type { Platform } from './platform';

const IDLE_CAP_MS = 60_000;

export class ActiveTime {
  private readonly platform: Pick<Platform, 'now' | 'hiddenMs'>;
  private lastAt: number;
  private lastHiddenMs: number;
  /** Until the last sign of life. */
  private totalMs = 0;
  private step: PassageId | undefined;
  private stepSinceMs = 0;
  /** By step: what no change has taken yet. */
  private readonly untaken = new Map<PassageId, number>();

  constructor(platform: Pick<Platform, 'now' | 'hiddenMs'>) {
    this.platform = platform;
    this.lastAt = platform.now();
    this.lastHiddenMs = this.hiddenMs();
  }

  /** A key, the pointer, a scroll: what was before it is one stretch. */
  noteActivity(): void {
    this.totalMs = this.ms();
    this.lastAt = this.platform.now();
    this.lastHiddenMs = this.hiddenMs();
  }

  /** The cursor is at this step; undefined: at none. */
  attend(step: PassageId | undefined): void {
    if (step === this.step) return;
    this.settle();
    this.step = step;
  }

  /** What was spent on these steps, and on the one at the cursor, since it was taken last. */
  take(steps: Iterable<PassageId>): number {
    this.settle();
    let ms = 0;
    for (const step of this.step === undefined ? steps : [...steps, this.step]) {
      ms += this.untaken.get(step) ?? 0;
      this.untaken.delete(step);
    }
    return ms;
  }

  private settle(): void {
    const now = this.ms();
    if (this.step !== undefined && now > this.stepSinceMs) {
      this.untaken.set(this.step, (this.untaken.get(this.step) ?? 0) + now - this.stepSinceMs);
    }
    this.stepSinceMs = now;
  }

  private ms(): number {
    const awayMs = this.hiddenMs() - this.lastHiddenMs;
    const since = this.platform.now() - this.lastAt - awayMs;
    return this.totalMs + Math.max(0, Math.min(since, IDLE_CAP_MS));
  }

  private hiddenMs(): number {
    return this.platform.hiddenMs?.() ?? 0;
  }
}
