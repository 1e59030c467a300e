export { contentParts } from './contentParts';
export { readMessages } from './messageTurns';
export { projectTurns, textOfTurn, turnRanges } from './projectTurns';
export { answerAttempt, promptProblem } from './promptAndAnswer';
export type { Turn, TurnPart } from './turn';
