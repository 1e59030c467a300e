export { packFaults, readAgreed, readPackFile, writePackFile } from './packFile';
export { isShippedPack, SHIPPED_PACKS } from './shipped';
