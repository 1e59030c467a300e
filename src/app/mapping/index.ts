export { createMappingEditor } from './mappingSlice';
export {
  fieldOf,
  fieldsInside,
  labelsOf,
  shapeOf,
  treeStyleOf,
  withField,
  withShape,
  withTreeStyle,
  withValue,
} from './form';
export type { LabelForm, TraceShape, TreeStyle } from './form';
