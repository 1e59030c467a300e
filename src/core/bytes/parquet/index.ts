export { openParquet, openRowTable } from './parquetRecords';
