export { MappingForm } from './MappingForm';
