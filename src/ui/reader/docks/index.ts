export { TypingDock } from './TypingDock';
