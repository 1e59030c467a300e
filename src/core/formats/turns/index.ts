export { readMessages } from './messageTurns';
export { projectTurns } from './projectTurns';
