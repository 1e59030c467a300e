export { readMessages } from './messageTurns';
export { projectTurns } from './projectTurns';
export { answerAttempt, promptProblem } from './promptAndAnswer';
