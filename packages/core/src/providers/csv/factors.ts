import { splitRatio } from '../../market/adjust-split-ratio.ts'
import type { BarSeries, CorporateAction } from '../../market/index.ts'
import { type Adjustment, BarSeries as Series, zonedToUtc } from '../../market/index.ts'
import { fault, type Layout } from './layout.ts'
import { LineSplitter } from './line-splitter.ts'
import { readNumber } from './number-reader.ts'
import { restate } from './restate.ts'

/** One line of a factor file: what prices up to and including `date` are multiplied by. */
export type FactorRow = {
  /** Last trading date before an ex-date, `YYYY-MM-DD`. */
  date: string
  /** Cumulative effect of cash dividends. */
  price: number
  /** Cumulative effect of splits. */
  split: number
  /** Raw close of `date`; 0 or 1 where the file has none. */
  reference: number
}

const dayMs = 86_400_000

/**
 * Reads a factor file: `date,priceFactor,splitFactor[,referencePrice]`, where
 * `adjusted = raw * priceFactor * splitFactor` for all dates up to `date`.
 *
 * @throws {ValidationError} VALIDATION, naming file and line: a field is not what it should be, or dates do not rise
 */
export function readFactors(text: string, path: string, layout: Layout): FactorRow[] {
  const names = layout.header.map((name) => name.toLowerCase().replaceAll(/[^a-z]/g, ''))
  const [dateAt, priceAt, splitAt, referenceAt] = [
    'date',
    'pricefactor',
    'splitfactor',
    'referenceprice',
  ].map((name) => names.indexOf(name)) as [number, number, number, number]
  const splitter = new LineSplitter(layout.delimiter)
  const rows: FactorRow[] = []
  let line = layout.startLine - 1
  for (const raw of text.slice(layout.start).split('\n')) {
    line++
    const content = raw.trim()
    if (content === '' || !splitter.split(content, 0, content.length)) continue
    const number = (position: number) => {
      const field = splitter.field(content, position)
      return readNumber(field, 0, field.length, layout.decimal)
    }
    const date = splitter.field(content, dateAt).replace(/^(\d{4})(\d\d)(\d\d)$/, '$1-$2-$3')
    const row = {
      date,
      price: number(priceAt),
      split: number(splitAt),
      reference: referenceAt < 0 ? 0 : number(referenceAt),
    }
    if (!/^\d{4}-\d\d-\d\d$/.test(date)) throw fault(path, line, 'a date', `"${date}"`)
    if (!(row.price > 0 && row.split > 0))
      throw fault(path, line, 'factors above 0', `"${content.slice(0, 60)}"`)
    const last = rows.at(-1)
    if (last && last.date >= date) throw fault(path, line, `a date after ${last.date}`, date)
    rows.push(row)
  }
  return rows
}

/** A raw series restated by the factors, for splits or for splits and dividends. */
export function applyFactors(series: BarSeries, rows: readonly FactorRow[], to: Adjustment): BarSeries {
  const segments = rows.map(({ date, price, split }) => {
    const endOfDate = zonedToUtc(Date.parse(date) + dayMs, series.timeZone)
    return {
      end: countBefore(series.time, endOfDate),
      multiplier: split,
      divisor: 1,
      dividends: to === 'splits' ? 1 : price,
    }
  })
  return new Series({ ...series.facts(), adjustment: to }, restate(series, segments))
}

/**
 * Splits and dividends behind the factors. Amounts follow from rounded factors: they are exact to about 1e-7 of the price,
 * and rounded to what that leaves.
 *
 * @param dates - Trading dates in rising order, to name ex-dates; without them the next weekday counts.
 */
export function actionsOfFactors(
  rows: readonly FactorRow[],
  currency: string | null,
  dates: readonly string[] = [],
): CorporateAction[] {
  const actions: CorporateAction[] = []
  for (const [index, row] of rows.entries()) {
    const next = rows[index + 1]
    if (!next) break
    const date = dates.find((candidate) => candidate > row.date) ?? nextWeekday(row.date)
    const ratio = next.split / row.split
    if (Math.abs(ratio - 1) > 1e-4) actions.push({ type: 'split', date, ...splitRatio(ratio, 2e-4) })
    const share = row.price / next.price
    if (share < 1 - 1e-7 && row.reference > 1) {
      const digits = Math.max(0, Math.min(4, Math.floor(-Math.log10(row.reference * 2e-7))))
      // The reference is the close in old shares, the dividend is paid on new ones.
      const amount = Number(((row.reference * (1 - share)) / ratio).toFixed(digits))
      if (amount > 0) actions.push({ type: 'dividend', date, amount, currency })
    }
  }
  return actions
}

function nextWeekday(date: string): string {
  let time = Date.parse(date) + dayMs
  while ([0, 6].includes(new Date(time).getUTCDay())) time += dayMs
  return new Date(time).toISOString().slice(0, 10)
}

function countBefore(time: Float64Array, limit: number): number {
  let count = time.findIndex((at) => at >= limit)
  if (count < 0) count = time.length
  return count
}
