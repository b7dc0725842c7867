import { StarkMatterError } from '../../errors/index.ts'
import type { BarSeries, Instrument, NumericMode } from '../../market/index.ts'
import type { LocalContext } from '../../provider/index.ts'
import type { FactorRow } from './factors.ts'
import { readFileName } from './file-name.ts'
import { instrumentOf, isSameInstrument } from './instrument.ts'
import { type CsvPart, joinParts, seriesKey } from './join.ts'
import { type CsvFile, type CsvReadOptions, isTableFile, readCsvFile } from './read-file.ts'
import type { CsvSeries } from './series.ts'

/** Everything the folder holds of one instrument. */
export type Holding = { series: readonly CsvSeries[]; factors: readonly FactorRow[] | undefined }

type FileFacts = { path: string; size: number; modified: number }
type Kept = FileFacts & { file: CsvFile }

/** Rows kept in memory over all files; the file that was read first goes first. */
const keptRows = 4_000_000

/** The folder as a collection of instruments. Remembers what it has read until a file changes. */
export class Library {
  readonly #folder: string
  readonly #options: CsvReadOptions
  readonly #kept = new Map<string, Kept>()

  constructor(folder: string, options: CsvReadOptions) {
    this.#folder = folder
    this.#options = options
  }

  /**
   * What the files hold of an instrument; `undefined` when none is about it.
   *
   * @throws {ValidationError} VALIDATION, naming file and line, when a file named for the instrument is malformed
   */
  async find(
    instrument: Instrument,
    numeric: NumericMode,
    context: LocalContext,
  ): Promise<Holding | undefined> {
    const files: CsvFile[] = []
    for (const facts of await this.#tables(context)) {
      const named = instrumentOfName(facts.path)
      if (named && !isSameInstrument(named, instrument)) continue
      try {
        files.push(await this.#read(facts, numeric, context))
      } catch (error) {
        // A file without a symbol in its name concerns this instrument only if it can be read.
        if (named || !StarkMatterError.is(error) || error.code !== 'VALIDATION') throw error
      }
    }
    const parts = files
      .flatMap((file) => (file.kind === 'bars' ? file.parts : []))
      .filter((part) => isSameInstrument(part.bars.instrument, instrument))
    const factors = files.find((file) => file.kind === 'factors')
    if (parts.length === 0 && !factors) return undefined
    return { series: joinAll(parts), factors: factors?.rows }
  }

  /** Instruments of the folder: by file name, and by ticker column where the name has no symbol. */
  async instruments(context: LocalContext): Promise<Instrument[]> {
    const found = new Map<string, Instrument>()
    const add = (instrument: Instrument) => found.set(instrument.id, instrument)
    for (const facts of await this.#tables(context)) {
      const named = instrumentOfName(facts.path)
      if (named) add(named)
      else for (const { instrument } of await this.#seriesOf(facts, context)) add(instrument)
    }
    return [...found.values()]
  }

  async #seriesOf(facts: FileFacts, context: LocalContext): Promise<BarSeries<NumericMode>[]> {
    try {
      const file = await this.#read(facts, 'number', context)
      return file.kind === 'bars' ? file.parts.map((part) => part.bars) : []
    } catch (error) {
      if (StarkMatterError.is(error) && error.code === 'VALIDATION') return []
      throw error
    }
  }

  async #tables({ files, signal }: LocalContext): Promise<readonly FileFacts[]> {
    return (await files.list(this.#folder, signal)).filter((file) => isTableFile(file.path))
  }

  async #read(
    facts: FileFacts,
    numeric: NumericMode,
    { files, signal, now }: LocalContext,
  ): Promise<CsvFile> {
    const key = `${numeric} ${facts.path}`
    const kept = this.#kept.get(key)
    if (kept && kept.size === facts.size && kept.modified === facts.modified) return kept.file
    const file = readCsvFile(await files.read(facts.path, signal), facts.path, this.#options, {
      numeric,
      now,
    })
    this.#kept.set(key, { ...facts, file })
    this.#forget()
    return file
  }

  #forget(): void {
    let rows = 0
    for (const { file } of this.#kept.values()) rows += countRows(file)
    for (const [key, { file }] of this.#kept) {
      if (rows <= keptRows || this.#kept.size === 1) return
      rows -= countRows(file)
      this.#kept.delete(key)
    }
  }
}

function instrumentOfName(path: string): Instrument | undefined {
  const { symbol, venue } = readFileName(path)
  if (symbol === null) return undefined
  try {
    return instrumentOf(symbol, venue)
  } catch (error) {
    if (StarkMatterError.is(error)) return undefined
    throw error
  }
}

function joinAll(parts: readonly CsvPart[]): CsvSeries[] {
  const byKey = new Map<string, [CsvPart, ...CsvPart[]]>()
  for (const part of parts) {
    const key = seriesKey(part.bars)
    const others = byKey.get(key)
    if (others) others.push(part)
    else byKey.set(key, [part])
  }
  return [...byKey.values()].map(joinParts)
}

function countRows(file: CsvFile): number {
  return file.kind === 'bars' ? file.parts.reduce((sum, { bars }) => sum + bars.length, 0) : file.rows.length
}
