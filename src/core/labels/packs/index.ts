export { packFaults, readPackFile, writePackFile } from './packFile';
export type { PackFile } from './packFile';
export { SHIPPED_PACKS } from './shipped';
