export { CutFoot } from './CutFoot';
export { CutMarks } from './CutMarks';
