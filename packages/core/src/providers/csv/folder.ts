import { StarkMatterError } from '../../errors/index.ts'
import type {
  Adjustment,
  BarSeries,
  CorporateAction,
  Instrument,
  Interval,
  SeriesIssue,
} from '../../market/index.ts'
import type { Files } from '../../provider/index.ts'
import { actionsOfFactors, type FactorRow } from './factors.ts'
import { seriesKey } from './join.ts'
import { numericOf } from './numeric.ts'
import { type CsvReadOptions, isTableFile, readCsvFile } from './read-file.ts'

export type ReadCsvFolderOptions = CsvReadOptions & {
  signal?: AbortSignal | undefined
  /** Stamped on the series as the time of reading, ms UTC. @default 0 */
  now?: number | undefined
}

/** How far reading a folder has come. */
export type CsvProgress = {
  path: string
  /** Counts from 1. */
  file: number
  files: number
  bytesRead: number
  bytes: number
}

/** One file of a folder, read. */
export type CsvFileReport = { progress: CsvProgress } & (
  | { kind: 'bars'; series: readonly { bars: BarSeries; actions: readonly CorporateAction[] }[] }
  | {
      kind: 'factors'
      instrumentId: string
      factors: readonly FactorRow[]
      actions: readonly CorporateAction[]
    }
  /** The file could not be read: `error` names the line. The others go on. */
  | { kind: 'failed'; error: StarkMatterError }
)

/** One series of a folder. */
export type CsvSeriesDescription = {
  instrument: Instrument
  interval: Interval
  timeZone: string
  adjustment: Adjustment
  /** Paths of the files that hold it. */
  files: readonly string[]
  rows: number
  /** First and last bar open, ms UTC. */
  first: number
  last: number
  issues: readonly SeriesIssue[]
}

export type CsvFolderDescription = {
  series: readonly CsvSeriesDescription[]
  /** Instruments that have a factor file. */
  factors: readonly string[]
  failed: readonly { path: string; error: StarkMatterError }[]
}

/**
 * Reads a folder of CSV files one by one, in order of path, and tells about each: for importers that show progress. Only
 * one file is held at a time.
 *
 * @throws {StarkMatterError} ABORTED by `signal`, or what `files` throws when the folder cannot be listed
 * @example
 * for await (const report of readCsvFolder('data', files)) {
 *   if (report.kind === 'bars') for (const { bars } of report.series) await store.write(bars)
 * }
 */
export async function* readCsvFolder(
  folder: string,
  files: Files,
  options: ReadCsvFolderOptions = {},
): AsyncGenerator<CsvFileReport, void, undefined> {
  const { signal = new AbortController().signal, now = 0 } = options
  const tables = (await files.list(folder, signal)).filter((file) => isTableFile(file.path))
  const bytes = tables.reduce((sum, file) => sum + file.size, 0)
  let bytesRead = 0
  for (const [index, { path, size }] of tables.entries()) {
    const text = await files.read(path, signal)
    bytesRead += size
    const progress = { path, file: index + 1, files: tables.length, bytesRead, bytes }
    yield { progress, ...report(text, path, options, now) }
  }
}

/** What a folder of CSV files holds, all of it read once. */
export async function describeCsvFolder(
  folder: string,
  files: Files,
  options: ReadCsvFolderOptions = {},
): Promise<CsvFolderDescription> {
  const series = new Map<string, CsvSeriesDescription>()
  const factors: string[] = []
  const failed: { path: string; error: StarkMatterError }[] = []
  for await (const read of readCsvFolder(folder, files, options)) {
    if (read.kind === 'failed') failed.push({ path: read.progress.path, error: read.error })
    if (read.kind === 'factors') factors.push(read.instrumentId)
    if (read.kind !== 'bars') continue
    for (const { bars } of read.series) {
      const key = seriesKey(bars)
      series.set(key, described(bars, read.progress.path, series.get(key)))
    }
  }
  return { series: [...series.values()], factors, failed }
}

function report(text: string, path: string, options: CsvReadOptions, now: number) {
  try {
    const file = readCsvFile(text, path, options, { now })
    if (file.kind === 'factors') {
      const { instrumentId, rows } = file
      return { kind: 'factors' as const, instrumentId, factors: rows, actions: actionsOfFactors(rows, null) }
    }
    const series = file.parts.flatMap(({ bars, actions }) => {
      const numeric = numericOf(bars)
      return numeric ? [{ bars: numeric, actions }] : []
    })
    return { kind: 'bars' as const, series }
  } catch (error) {
    if (StarkMatterError.is(error)) return { kind: 'failed' as const, error }
    throw error
  }
}

function described(
  bars: BarSeries,
  path: string,
  before: CsvSeriesDescription | undefined,
): CsvSeriesDescription {
  const { instrument, interval, timeZone, adjustment } = bars
  return {
    instrument,
    interval,
    timeZone,
    adjustment,
    files: [...(before?.files ?? []), path],
    rows: (before?.rows ?? 0) + bars.length,
    first: Math.min(before?.first ?? Number.POSITIVE_INFINITY, bars.time[0] ?? Number.POSITIVE_INFINITY),
    last: Math.max(before?.last ?? 0, bars.time.at(-1) ?? 0),
    issues: [...(before?.issues ?? []), ...bars.issues],
  }
}
