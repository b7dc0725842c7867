export { type CsvOptions, csv } from './csv.ts'
export type { FactorRow } from './factors.ts'
export {
  type CsvFileReport,
  type CsvFolderDescription,
  type CsvProgress,
  type CsvSeriesDescription,
  describeCsvFolder,
  type ReadCsvFolderOptions,
  readCsvFolder,
} from './folder.ts'
export { type CsvFile, type CsvReadOptions, readCsvFile } from './read-file.ts'
