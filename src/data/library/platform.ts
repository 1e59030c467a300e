import type { Platform } from '../../core/bytes';

const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });
const utf16 = {
  le: new TextDecoder('utf-16le', { ignoreBOM: true }),
  be: new TextDecoder('utf-16be', { ignoreBOM: true }),
};

/** What core takes from the platform; page, worker and Node have the same decoders. */
export const PLATFORM: Platform = {
  decodeUtf8: (bytes) => utf8.decode(bytes),
  decodeUtf16: (bytes, endian) => utf16[endian].decode(bytes),
};
