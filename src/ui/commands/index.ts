export { CommandsSheet } from './CommandsSheet';
