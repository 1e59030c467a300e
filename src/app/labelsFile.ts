// Apart, so that it is loaded when a labels file is asked for.

export { writeLabelsFile } from '../core/labels';
