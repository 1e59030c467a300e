export { PaneSeparator } from './PaneSeparator';
export { ReadingMenu } from './ReadingMenu';
export { readingClass, readingStyle } from './readingStyle';
