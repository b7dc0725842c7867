import { createHash } from 'node:crypto'
import { resolve } from 'node:path'
import { type BarSeries, type Files, NoDataError, systemFiles } from '@starkmatter/core'
import { type CsvProgress, type FactorRow, readCsvFolder } from '@starkmatter/core/providers/csv'
import * as z from 'zod'
import type { Store } from '../store/store.ts'
import { factorsOf } from './factors-of.ts'
import { mergeBars } from './merge-bars.ts'

/** Raised when the same files would be stored differently, so that they are read again. */
const importVersion = 1

export type ImportOptions = {
  folder: string
  store: Store
  /** @default the file system */
  files?: Files | undefined
  onProgress?: ((progress: ImportProgress) => void) | undefined
  signal?: AbortSignal | undefined
}

/** How far an import has come: all files are read before the series, which may span several files, are stored. */
export type ImportProgress =
  | ({ stage: 'reading'; bars: number } & CsvProgress)
  | { stage: 'storing'; series: number; seriesTotal: number; bars: number; barsTotal: number }

const summarySchema = z.object({
  files: z.number(),
  series: z.number(),
  bars: z.number(),
  /** Files that could not be read, with the reason that names the line. */
  failed: z.array(z.object({ path: z.string(), message: z.string() })),
  /** Things about single rows that a reader should know. */
  issues: z.number(),
})

export type ImportSummary = z.output<typeof summarySchema> & {
  /** False when nothing was read, because the files are those of the last import. */
  isNew: boolean
}

/**
 * Stores the bars of a folder of CSV files, in place of what an earlier import stored. Files that have not changed since
 * are not read again. Each series is replaced in one transaction, and the import counts as done only at its end: one that
 * was interrupted begins anew.
 *
 * @throws {NoDataError} no file of the folder holds bars
 * @throws {BadRequestError} the folder cannot be read
 * @example
 * await importCsvFolder({ folder: 'data', store, onProgress: (progress) => console.log(progress.stage) })
 */
export async function importCsvFolder(options: ImportOptions): Promise<ImportSummary> {
  const { store, files = systemFiles, onProgress, signal = new AbortController().signal } = options
  const folder = resolve(options.folder)
  const fingerprint = await fingerprintOf(folder, files, signal)
  const before = await store.getImport(folder)
  if (before?.fingerprint === fingerprint) {
    return { ...summarySchema.parse(JSON.parse(before.summary)), isNew: false }
  }

  const { parts, factors, failed, fileCount } = await readAll(folder, files, signal, onProgress)
  const barsTotal = sum([...parts.values()].flat().map(({ length }) => length))
  if (barsTotal === 0) throw nothingToImport(folder, fileCount, failed)

  const keep: number[] = []
  let bars = 0
  let issues = 0
  for (const group of parts.values()) {
    signal.throwIfAborted()
    const series = mergeBars(group)
    const zone = zoneOf(series, [...parts.values()].flat())
    const { instrument, interval, adjustment, timeZone, currency, priceScale, gaps } = series
    const stored = await store.importSeries(
      {
        instrument: instrument.id,
        interval,
        adjustment,
        origin: 'imported',
        provider: 'csv',
        name: null,
        timeZone,
        currency,
        priceScale,
        delayedMs: null,
        fetchedAt: series.source.fetchedAt,
        gaps,
        issues: series.issues,
      },
      series.columns(),
      adjustment === 'raw' ? factorsOf(factors.get(instrument.id) ?? [], zone) : [],
    )
    keep.push(stored.id)
    bars += stored.count
    issues += series.issues.length
    onProgress?.({ stage: 'storing', series: keep.length, seriesTotal: parts.size, bars, barsTotal })
  }
  const summary = { files: fileCount, series: keep.length, bars, failed, issues }
  await store.finishImport({ folder, fingerprint, summary: JSON.stringify(summary) }, keep)
  return { ...summary, isNew: true }
}

type Contents = {
  /** Bars of one series, file by file in order of path. */
  parts: Map<string, BarSeries[]>
  factors: Map<string, readonly FactorRow[]>
  failed: { path: string; message: string }[]
  fileCount: number
}

async function readAll(
  folder: string,
  files: Files,
  signal: AbortSignal,
  onProgress: ImportOptions['onProgress'],
): Promise<Contents> {
  const contents: Contents = { parts: new Map(), factors: new Map(), failed: [], fileCount: 0 }
  let bars = 0
  for await (const report of readCsvFolder(folder, files, { signal, now: Date.now() })) {
    const { progress } = report
    contents.fileCount = progress.files
    if (report.kind === 'factors') contents.factors.set(report.instrumentId, report.factors)
    if (report.kind === 'failed') {
      contents.failed.push({ path: progress.path, message: report.error.message })
    }
    for (const { bars: part } of report.kind === 'bars' ? report.series : []) {
      const key = [part.instrument.id, part.interval, part.adjustment].join(' ')
      contents.parts.set(key, [...(contents.parts.get(key) ?? []), part])
      bars += part.length
    }
    onProgress?.({ stage: 'reading', bars, ...progress })
  }
  return contents
}

/** A factor counts until the end of a trading date: in the zone of the daily bars, where minute bars only say UTC. */
function zoneOf({ instrument, timeZone }: BarSeries, all: readonly BarSeries[]): string {
  const daily = all.find((one) => one.instrument.id === instrument.id && one.interval === '1d')
  return daily?.timeZone ?? timeZone
}

async function fingerprintOf(folder: string, files: Files, signal: AbortSignal): Promise<string> {
  const hash = createHash('sha256').update(String(importVersion))
  for (const { path, size, modified } of await files.list(folder, signal)) {
    hash.update(`\n${path} ${size} ${modified}`)
  }
  return hash.digest('hex')
}

function nothingToImport(folder: string, fileCount: number, failed: Contents['failed']): NoDataError {
  const [first] = failed
  const found = fileCount === 0 ? 'it holds no CSV files' : `none of its ${fileCount} CSV files holds bars`
  const example = first ? ` ${first.message}` : ''
  return new NoDataError(`Nothing to import from ${JSON.stringify(folder)}: ${found}.${example}`, {
    provider: 'csv',
  })
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
