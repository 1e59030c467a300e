// Apart from the other codecs: its dictionary weighs 70 KB, and few files need it. Plain JavaScript, no WASM.

export { decompressBrotli } from 'hyparquet-compressors';
