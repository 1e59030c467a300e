export { NO_ANNOTATIONS } from './annotations';
export type { Annotations } from './annotations';
