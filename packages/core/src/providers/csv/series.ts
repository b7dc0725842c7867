import { splitRatio } from '../../market/adjust-split-ratio.ts'
import { WallClock } from '../../market/calendar/wall-clock.ts'
import {
  type Adjustment,
  type BarColumns,
  BarSeries,
  type CorporateAction,
  dateInZone,
  type Gap,
  type Instrument,
  type Interval,
  type NumericMode,
  parseInterval,
  type SeriesIssue,
} from '../../market/index.ts'
import type { FileName } from './file-name.ts'
import { instrumentOf } from './instrument.ts'
import { inferInterval, isPlausible } from './interval.ts'
import { fault } from './layout.ts'
import type { BarFile } from './read-bars.ts'
import { usualZone, zoneOfOffsets } from './zone.ts'

/** What the user says about the files; it stands above what the files say. */
export type CsvFacts = {
  timeZone?: string | undefined
  interval?: Interval | undefined
  adjustment?: Adjustment | undefined
  currency?: string | undefined
}

/** Bars of one instrument out of one file, and what stands beside them. */
export type CsvSeries = {
  bars: BarSeries<NumericMode>
  /** Splits and dividends of the file's own columns. */
  actions: readonly CorporateAction[]
  /** Closes restated for splits and dividends, where the file has such a column. */
  adjustedClose: Float64Array | undefined
}

const dayMs = 86_400_000

/**
 * One file's rows as series: instrument, interval and zone found or given, wall clocks turned into instants.
 *
 * @throws {ValidationError} VALIDATION, naming the file: its symbol or interval cannot be told
 */
export function toSeries(
  file: BarFile,
  path: string,
  name: FileName,
  facts: CsvFacts,
  now: number,
): CsvSeries[] {
  return file.tables.map((table) => {
    const symbol = table.ticker || name.symbol
    if (!symbol) throw fault(path, 1, 'a ticker column, or a file named like AAPL-1d.csv', 'no symbol')
    const instrument = instrumentOf(symbol, name.venue)
    const issues = [...file.issues]
    const zone = zoneOf(file, table.columns.time, instrument, facts, issues, path)
    const local = file.isLocal ? zone.clock : undefined
    const interval = intervalOf(table.columns.time, name, facts, path)
    const { isDaily, ms } = parseInterval(interval)
    // Days at midnight UTC are dates, whatever the exchange's midnight is.
    const areDates = isDaily && !file.isLocal && table.columns.time.every((time) => time % dayMs === 0)
    const convert = local ?? (areDates ? zone.exchange : undefined)
    const time = convert ? table.columns.time.map((wall) => convert.toUtc(wall)) : table.columns.time
    const toInstant = (wall: number) => convert?.toUtc(wall) ?? wall
    const { timeZone } = zone.exchange
    const currency = facts.currency ?? ('quote' in instrument ? instrument.quote : null)
    return {
      bars: seriesOf(
        { ...table.columns, time },
        {
          instrument,
          interval,
          timeZone,
          currency,
          adjustment:
            facts.adjustment ??
            name.adjustment ??
            (table.adjustedClose || table.events.length > 0 ? 'splits' : 'raw'),
          issues,
          gaps: table.nullRows.map(
            (wall): Gap => ({ from: toInstant(wall), to: toInstant(wall) + ms, reason: 'null-row' }),
          ),
          now,
        },
      ),
      actions: table.events.flatMap((event) =>
        actionsOf(event, dateInZone(toInstant(event.time), timeZone), currency),
      ),
      adjustedClose: table.adjustedClose,
    }
  })
}

type SeriesFacts = {
  instrument: Instrument
  interval: Interval
  timeZone: string
  currency: string | null
  adjustment: Adjustment
  issues: readonly SeriesIssue[]
  gaps: readonly Gap[]
  now: number
}

function seriesOf(columns: BarColumns<NumericMode>, { now, ...facts }: SeriesFacts): BarSeries<NumericMode> {
  return new BarSeries<NumericMode>(
    {
      ...facts,
      priceScale: 1,
      source: { provider: 'csv', fetchedAt: now, delayedMs: null, attempts: [] },
      simulated: false,
      forming: false,
    },
    columns,
  )
}

type Zone = {
  /** How wall clocks are read. */
  clock: WallClock
  /** Where dates and sessions are counted. */
  exchange: WallClock
}

function zoneOf(
  file: BarFile,
  time: Float64Array,
  instrument: Instrument,
  facts: CsvFacts,
  issues: SeriesIssue[],
  path: string,
): Zone {
  const given = facts.timeZone && new WallClock(facts.timeZone)
  if (given) return { clock: given, exchange: given }
  const usual = usualZone(instrument)
  const stated = file.offsets.some(({ offset }) => offset !== 0)
    ? zoneOfOffsets(file.offsets, usual)
    : undefined
  if (stated) return { clock: new WallClock(stated), exchange: new WallClock(stated) }
  const exchange = new WallClock(usual)
  if (usual === 'UTC' || !file.isLocal || !file.hasClock || instrument.venue !== undefined)
    return { clock: exchange, exchange }
  const clock = isUtcSession(time) ? new WallClock('UTC') : exchange
  const message = `The file does not say its time zone: its times are read as ${clock.timeZone}. Give timeZone to change that.`
  issues.push({ kind: 'assumed-time-zone', message, where: path })
  return { clock, exchange }
}

/** Whether all rows lie between 13:00 and 21:00, where a day in New York lies in UTC and no session lies at home. */
function isUtcSession(time: Float64Array): boolean {
  return time.every((wall) => wall % dayMs >= 13 * 3_600_000 && wall % dayMs <= 21 * 3_600_000)
}

function intervalOf(time: Float64Array, name: FileName, facts: CsvFacts, path: string): Interval {
  if (facts.interval) return facts.interval
  if (name.interval && isPlausible(name.interval, time)) return name.interval
  const inferred = inferInterval(time) ?? (time.every((wall) => wall % dayMs === 0) ? '1d' : undefined)
  if (inferred) return inferred
  throw fault(path, 1, 'an interval in the file name, like AAPL-1m.csv, or two bars', 'a single bar')
}

function actionsOf(
  event: { dividend: number; split: number },
  date: string,
  currency: string | null,
): CorporateAction[] {
  const actions: CorporateAction[] = []
  if (event.split > 0 && event.split !== 1) actions.push({ type: 'split', date, ...splitRatio(event.split) })
  if (event.dividend > 0) actions.push({ type: 'dividend', date, amount: event.dividend, currency })
  return actions
}
