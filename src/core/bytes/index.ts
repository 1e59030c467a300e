export { openContainer } from './openContainer';
export { positionOf } from './positions';
export type {
  ByteSource,
  Container,
  NamedSource,
  OpenedContainer,
  OpenOptions,
  OpenResult,
  Platform,
  RawRecord,
  RecordBatch,
  StopSignal,
} from './bytes';
