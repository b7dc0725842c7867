import type { BarColumns } from '@starkmatter/core'
import type {
  AdjustmentFactor,
  BarStore,
  BarsRange,
  Coverage,
  ImportRecord,
  SeriesFacts,
  StoredRows,
  StoredSeries,
} from './bar-store.ts'
import { mergeCoverage } from './coverage.ts'
import { rowsOf } from './rows.ts'

type Row = [time: number, open: number, high: number, low: number, close: number, volume: number]

type MemorySeries = {
  id: number
  facts: SeriesFacts
  /** By bar open, in no order. */
  rows: Map<number, Row>
  factors: readonly AdjustmentFactor[]
  coverage: Coverage[]
}

/** Bars that are gone with the process. */
export function createMemoryBars(): BarStore {
  const series = new Map<number, MemorySeries>()
  const imports = new Map<string, ImportRecord>()
  let nextId = 1

  const keyOf = ({ instrument, interval, adjustment, origin, provider }: SeriesFacts) =>
    [instrument, interval, adjustment, origin, provider].join(' ')

  function put(facts: SeriesFacts): MemorySeries {
    const found = [...series.values()].find((entry) => keyOf(entry.facts) === keyOf(facts))
    const entry = found ?? { id: nextId++, facts, rows: new Map(), factors: [], coverage: [] }
    entry.facts = facts
    series.set(entry.id, entry)
    return entry
  }

  return {
    async importSeries(facts, columns, factors) {
      const entry = put(facts)
      entry.rows = new Map()
      entry.factors = factors
      addRows(entry.rows, columns)
      return describe(entry)
    },

    async addFetched(facts, columns, coverage) {
      const entry = put(facts)
      addRows(entry.rows, columns)
      entry.coverage = mergeCoverage(entry.coverage, coverage)
    },

    async findSeries(instruments, origin) {
      return [...series.values()]
        .filter(({ facts }) => facts.origin === origin && instruments.includes(facts.instrument))
        .map(describe)
    },

    async listSeries(origin) {
      return [...series.values()].filter(({ facts }) => facts.origin === origin).map(describe)
    },

    async getCoverage(seriesId) {
      return series.get(seriesId)?.coverage ?? []
    },

    async readRows(seriesId, range) {
      const entry = series.get(seriesId)
      return entry ? readRows(entry, range) : { rows: '', count: 0 }
    },

    async hasFactors(seriesId) {
      return (series.get(seriesId)?.factors.length ?? 0) > 0
    },

    async getImport(folder) {
      return imports.get(folder)
    },

    async finishImport(record, keep) {
      imports.set(record.folder, record)
      for (const entry of series.values()) {
        if (entry.facts.origin === 'imported' && !keep.includes(entry.id)) series.delete(entry.id)
      }
    },
  }
}

function addRows(rows: Map<number, Row>, columns: BarColumns): void {
  const { time, open, high, low, close, volume } = columns
  for (let i = 0; i < time.length; i++) {
    const cell = (column: Float64Array) => column[i] as number
    rows.set(cell(time), [cell(time), cell(open), cell(high), cell(low), cell(close), cell(volume)])
  }
}

function describe({ id, facts, rows }: MemorySeries): StoredSeries {
  let first: number | null = null
  let last: number | null = null
  for (const time of rows.keys()) {
    if (first === null || time < first) first = time
    if (last === null || time > last) last = time
  }
  return { ...facts, id, count: rows.size, first, last }
}

function readRows({ rows, factors }: MemorySeries, range: BarsRange): StoredRows {
  const chosen = [...rows.values()]
    .filter(([time]) => time >= range.start && time < range.end)
    .sort(([a], [b]) => a - b)
    .slice(-range.limit)
    .map((row) => adjust(row, factors, range))
  const columnOf = (index: number) => Float64Array.from(chosen, (row) => row[index] as number)
  const columns: BarColumns = {
    time: columnOf(0),
    open: columnOf(1),
    high: columnOf(2),
    low: columnOf(3),
    close: columnOf(4),
    volume: columnOf(5),
  }
  return { rows: rowsOf(columns), count: chosen.length }
}

function adjust(row: Row, factors: readonly AdjustmentFactor[], { adjustment }: BarsRange): Row {
  const [time, open, high, low, close, volume] = row
  const factor =
    adjustment === 'raw' ? undefined : factors.find(({ from, until }) => time >= from && time < until)
  if (!factor) return row
  const price = adjustment === 'splits' ? factor.split : factor.price * factor.split
  return [time, open * price, high * price, low * price, close * price, volume / factor.split]
}
