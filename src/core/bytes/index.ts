export { openContainer } from './openContainer';
export { positionOf } from './positions';
export type {
  ByteSource,
  Container,
  NamedSource,
  OpenedContainer,
  OpenOptions,
  Platform,
  RawRecord,
  StopSignal,
} from './bytes';
