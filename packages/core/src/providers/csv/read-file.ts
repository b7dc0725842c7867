import type { NumericMode } from '../../market/index.ts'
import { type FactorRow, readFactors } from './factors.ts'
import { readFileName } from './file-name.ts'
import { instrumentOf } from './instrument.ts'
import type { CsvPart } from './join.ts'
import { detectLayout, fault } from './layout.ts'
import { readBars } from './read-bars.ts'
import { type CsvFacts, toSeries } from './series.ts'

export type CsvReadOptions = CsvFacts & {
  /** Whose prices count where a file has both. @default 'bid' */
  side?: 'bid' | 'ask' | undefined
}

/** What one file holds. */
export type CsvFile =
  | { kind: 'bars'; path: string; parts: readonly CsvPart[] }
  | { kind: 'factors'; path: string; instrumentId: string; rows: readonly FactorRow[] }

/** Whether a file is one that a CSV folder is made of, by its name. */
export function isTableFile(path: string): boolean {
  return /\.(csv|tsv|psv|txt)$/i.test(path)
}

/**
 * Reads the text of one file.
 *
 * @param path - For its name, and for what errors and issues say.
 * @throws {ValidationError} VALIDATION, naming file and line
 * @throws {BadRequestError} the file's symbol is not one
 */
export function readCsvFile(
  text: string,
  path: string,
  options: CsvReadOptions = {},
  { numeric = 'number', now = 0 }: { numeric?: NumericMode | undefined; now?: number | undefined } = {},
): CsvFile {
  const name = readFileName(path)
  const layout = detectLayout(text, path, options.side ?? 'bid')
  if (layout.kind === 'factors') {
    if (name.symbol === null) throw fault(path, 1, 'a factor file named like AAPL-factors.csv', 'no symbol')
    return {
      kind: 'factors',
      path,
      instrumentId: instrumentOf(name.symbol).id,
      rows: readFactors(text, path, layout),
    }
  }
  const file = readBars(text, path, layout, numeric)
  const parts = toSeries(file, path, name, options, now).map((series) => ({ ...series, path }))
  return { kind: 'bars', path, parts }
}
