// One labels file on the person's disk that is kept up to date. It is always written whole and takes its place
// at once when it is complete (that is what closing does), so a crash leaves the one before.

import { writeChangeLine, writeLabelsHead } from '../../core/labels';
import type { Agreed } from '../agreed';
import type { LiveFileState, SavePlace } from '../api';
import type { ChangeReader } from '../log';

/** What a FileSystemFileHandle is to us. */
export interface LiveFile {
  readonly name: string;
  /** What is remembered of it. */
  readonly handle: SavePlace;
  permission(): Promise<'granted' | 'prompt' | 'denied'>;
  /** Needs a key press or a click: the browser asks the person. */
  askPermission(): Promise<'granted' | 'prompt' | 'denied'>;
  write(parts: AsyncIterable<string>): Promise<void>;
}
export interface LiveLabelsParts {
  log: ChangeReader;
  /** What its head carries. */
  agreed: Pick<Agreed, 'packs' | 'protocols'>;
  nowMs: () => number;
  later: (delayMs: number, run: () => void) => void;
  /** Runs `work` while no other tab of this browser does; waits for its turn. */
  alone: (work: () => Promise<void>) => Promise<void>;
  /** The file is remembered over reloads. */
  remembered: { read(): Promise<LiveFile | undefined>; save(file: LiveFile | undefined): Promise<void> };
  onState: (state: LiveFileState | undefined) => void;
}

/** After the last change. */
const REST_MS = 1_500;
/** A long log is written less often: writing takes at most this share of the time. */
const REST_PER_WRITE = 10;

export class LiveLabels {
  private readonly parts: LiveLabelsParts;
  private file: LiveFile | undefined;
  /** Ends this tab's turn. */
  private endTurn: (() => void) | undefined;
  private isDue = false;
  private isWriting = false;
  private restMs = REST_MS;

  constructor(parts: LiveLabelsParts) {
    this.parts = parts;
  }

  /** Goes on with the file of an earlier visit, where there is one. */
  async start(): Promise<void> {
    const file = await this.parts.remembered.read();
    if (file === undefined) return;
    if ((await file.permission()) === 'granted') this.take(file);
    else this.say(file, { status: 'waits' });
  }

  async choose(file: LiveFile): Promise<void> {
    await this.parts.remembered.save(file);
    this.take(file);
  }

  /** After a reload: asks the person again. */
  async resume(): Promise<void> {
    const file = await this.parts.remembered.read();
    if (file !== undefined && (await file.askPermission()) === 'granted') this.take(file);
  }

  async stop(): Promise<void> {
    this.endTurn?.();
    this.file = undefined;
    await this.parts.remembered.save(undefined);
    this.parts.onState(undefined);
  }

  /** The log grew, here or in another tab. */
  changed(): void {
    if (this.file === undefined || this.isDue) return;
    this.isDue = true;
    this.parts.later(this.restMs, () => void this.write());
  }

  /** Another tab may hold the turn for hours: its file is as good as ours. */
  private take(file: LiveFile): void {
    this.endTurn?.();
    this.say(file, { status: 'elsewhere' });
    void this.parts.alone(async () => {
      this.file = file;
      await this.write();
      await new Promise<void>((end) => (this.endTurn = end));
    });
  }

  private async write(): Promise<void> {
    const { file } = this;
    if (file === undefined || this.isWriting) return;
    this.isDue = false;
    this.isWriting = true;
    const startedAt = this.parts.nowMs();
    this.say(file, { status: 'writing' });
    try {
      await file.write(this.lines());
      const writtenAt = this.parts.nowMs();
      this.restMs = Math.max(REST_MS, (writtenAt - startedAt) * REST_PER_WRITE);
      this.say(file, { status: 'written', writtenAt });
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      this.say(file, {
        status: 'failed',
        failure: `${file.name} could not be written: ${why} Your labels are safe in this browser. Choose a file again.`,
      });
    } finally {
      this.isWriting = false;
    }
    if (this.isDue) await this.write();
  }

  private async *lines(): AsyncGenerator<string> {
    const [packs, protocols] = await Promise.all([this.parts.agreed.packs(), this.parts.agreed.protocols()]);
    yield `${writeLabelsHead({ packs, protocols })}\n`;
    for await (const batch of this.parts.log.batches()) yield `${batch.map(writeChangeLine).join('\n')}\n`;
  }

  private say(file: LiveFile, state: Omit<LiveFileState, 'name'>): void {
    this.parts.onState({ name: file.name, ...state });
  }
}
