export { liveFile } from './liveFile';
