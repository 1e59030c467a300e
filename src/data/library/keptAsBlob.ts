import type { ByteSource } from '../../core/bytes';

/** Where unpacked bytes stay: the browser may put a Blob on the disk, a buffer never leaves the memory. */
export const keptAsBlob = (bytes: Uint8Array<ArrayBuffer>): ByteSource => new Blob([bytes]);
