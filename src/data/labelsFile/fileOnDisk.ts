import type { LiveFile } from './liveLabels';

/** Chromium has these; TypeScript's library does not name them yet. */
declare global {
  interface FileSystemHandle {
    queryPermission?(options: { mode: 'readwrite' }): Promise<PermissionState>;
    requestPermission?(options: { mode: 'readwrite' }): Promise<PermissionState>;
  }
}

/** A file of the person's disk. */
export function fileOnDisk(handle: FileSystemFileHandle): LiveFile {
  return {
    name: handle.name,
    handle,
    // A file of the page's own (no picker was asked) has no permission to ask for.
    permission: async () => (await handle.queryPermission?.({ mode: 'readwrite' })) ?? 'granted',
    askPermission: async () => (await handle.requestPermission?.({ mode: 'readwrite' })) ?? 'granted',
    async write(parts) {
      const file = await handle.createWritable();
      try {
        for await (const part of parts) await file.write(part);
      } catch (error) {
        await file.abort();
        throw error;
      }
      await file.close();
    },
  };
}
