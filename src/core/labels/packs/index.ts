export { packFaults, readPackFile, writePackFile } from './packFile';
export { SHIPPED_PACKS } from './shipped';
