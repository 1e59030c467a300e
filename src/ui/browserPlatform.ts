import type { Platform } from '../app/platform';
import type { KeyPress } from '../app/keys';
import { inFolders } from './frame/droppedFiles';

const timers = new Map<string, number>();
const waiting = new Map<string, () => void>();

function runNow(name: string): void {
  const run = waiting.get(name);
  waiting.delete(name);
  run?.();
}

/** What app takes from this browser. */
export function browserPlatform(): Platform {
  // The place in the address must not be lost when the page is left within the settling time.
  addEventListener('pagehide', () => [...waiting.keys()].forEach(runNow));
  let hidden = 0;
  let hiddenSince = document.hidden ? Date.now() : undefined;
  document.addEventListener('visibilitychange', () => {
    if (hiddenSince !== undefined) hidden += Date.now() - hiddenSince;
    hiddenSince = document.hidden ? Date.now() : undefined;
  });
  return {
    now: () => Date.now(),
    hiddenMs: () => hidden + (hiddenSince === undefined ? 0 : Date.now() - hiddenSince),
    onActivity(listener) {
      let lastAt = 0;
      // Some of these come at every frame: a sign of life a second is enough.
      const note = () => {
        if (Date.now() - lastAt < 1000) return;
        lastAt = Date.now();
        listener();
      };
      for (const event of ['pointermove', 'pointerdown', 'wheel', 'scroll', 'input', 'focus']) {
        addEventListener(event, note, { passive: true, capture: true });
      }
    },
    later(name, delayMs, run) {
      clearTimeout(timers.get(name));
      waiting.set(name, run);
      timers.set(
        name,
        window.setTimeout(() => runNow(name), delayMs),
      );
    },
    readHash: () => location.hash,
    writeHash(hash, how) {
      if (location.hash === hash) return;
      if (how === 'push') history.pushState(null, '', hash);
      else history.replaceState(null, '', hash);
    },
    chooseFiles: async () =>
      (await pick({ multiple: true })).map((file) => ({ name: file.name, blob: file })),
    chooseFolder: async () => inFolders(await pick({ webkitdirectory: true })),
    copyText: (text) =>
      navigator.clipboard.writeText(text).then(
        () => true,
        () => false,
      ),
    download(name, blob) {
      const link = document.createElement('a');
      link.href = URL.createObjectURL(blob);
      link.download = name;
      link.click();
      window.setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
    },
    ...savePlaces(),
    applyTheme(theme) {
      if (theme === 'system') delete document.documentElement.dataset['theme'];
      else document.documentElement.dataset['theme'] = theme;
    },
    isMac: /Mac|iPhone|iPad/.test(navigator.userAgent),
  };
}

const pick = (how: Partial<Pick<HTMLInputElement, 'multiple' | 'webkitdirectory'>>) =>
  new Promise<File[]>((resolve) => {
    const input = Object.assign(document.createElement('input'), { type: 'file', ...how });
    input.addEventListener('change', () => resolve([...(input.files ?? [])]));
    input.addEventListener('cancel', () => resolve([]));
    input.click();
  });

/** Chromium has it; TypeScript's library does not name it yet. */
declare global {
  interface Window {
    showSaveFilePicker?: (options: { suggestedName: string }) => Promise<FileSystemFileHandle>;
  }
}

function savePlaces(): Pick<Platform, 'chooseSavePlace'> {
  const { showSaveFilePicker } = window;
  if (showSaveFilePicker === undefined) return {};
  return {
    async chooseSavePlace(suggestedName) {
      try {
        return await showSaveFilePicker.call(window, { suggestedName });
      } catch (error) {
        // What the browser says when the person closes its dialog.
        if (error instanceof DOMException && error.name === 'AbortError') return undefined;
        throw error;
      }
    },
  };
}

const PLACES = ['steps', 'cut', 'pick', 'drawing', 'rows'] as const;

/** Where the focus lies decides which keys act: `data-keys` marks lists, drawings and tables. */
function keyPlace(target: EventTarget | null): KeyPress['place'] {
  if (!(target instanceof HTMLElement)) return 'elsewhere';
  if (target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName)) return 'typing';
  const place = target.closest('[data-keys]')?.getAttribute('data-keys');
  return PLACES.find((known) => known === place) ?? 'elsewhere';
}

export function readKeyPress(event: KeyboardEvent): KeyPress {
  return {
    key: event.key,
    code: event.code,
    shift: event.shiftKey,
    ctrl: event.ctrlKey,
    alt: event.altKey,
    meta: event.metaKey,
    repeat: event.repeat,
    composing: event.isComposing,
    place: keyPlace(event.target),
  };
}
