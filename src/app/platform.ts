import type { OpenInput, SavePlace } from '../data/api';

/** What app takes from the browser, so that commands are tested without a page. */
export interface Platform {
  /** ms since 1970. */
  now(): number;
  /** ms the page was hidden since it was loaded. */
  hiddenMs?(): number;
  /** The pointer or a scroll: a sign that a person is there. Keys are told anyway. */
  onActivity?(listener: () => void): void;
  /** Runs later, once; the latest call with the same name wins. */
  later(name: string, delayMs: number, run: () => void): void;
  /** The part of the address behind `#`. */
  readHash(): string;
  /** `replace`: no new entry in the history of the browser. */
  writeHash(hash: string, how: 'push' | 'replace'): void;
  chooseFiles(): Promise<OpenInput[]>;
  /** All files of a folder, with the folders they lie in. */
  chooseFolder(): Promise<OpenInput[]>;
  /** false when the browser refuses. */
  copyText(text: string): Promise<boolean>;
  download(name: string, blob: Blob): void;
  /** Asks where a file is to be kept up to date; undefined: none was chosen. Absent where the browser cannot. */
  chooseSavePlace?: (name: string) => Promise<SavePlace | undefined>;
  applyTheme(theme: 'system' | 'light' | 'dark'): void;
  isMac: boolean;
}
