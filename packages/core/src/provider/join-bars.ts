import {
  type BarColumns,
  BarSeries,
  type Column,
  type NumericMode,
  type SeriesIssue,
  type VolumeColumn,
} from '../market/index.ts'

type AnyColumn = Column<NumericMode> | VolumeColumn<NumericMode>

/**
 * One series of the pages of an answer, which come in order. A bar that ends one page and begins the next is taken once;
 * any other disorder is a `ValidationError`.
 */
export function joinBars(pages: readonly BarSeries<NumericMode>[]): BarSeries<NumericMode> {
  const [first, ...rest] = pages.filter((page, index) => page.length > 0 || index === 0)
  if (!first) throw new TypeError('joinBars needs at least one page')
  if (rest.length === 0) return first
  const parts = [first]
  for (const page of rest) {
    const previous = parts.at(-1)
    const isSeam = previous && previous.length > 0 && previous.time[previous.length - 1] === page.time[0]
    parts.push(isSeam ? page.slice(1) : page)
  }
  const last = parts.at(-1) ?? first
  const columns: BarColumns<NumericMode> = {
    time: joinNumbers(parts.map((part) => part.time)),
    open: joinColumns(parts.map((part) => part.open)),
    high: joinColumns(parts.map((part) => part.high)),
    low: joinColumns(parts.map((part) => part.low)),
    close: joinColumns(parts.map((part) => part.close)),
    volume: joinColumns<VolumeColumn<NumericMode>>(parts.map((part) => part.volume)),
  }
  const vwap = parts.map((part) => part.vwap).filter((column) => column !== undefined)
  if (vwap.length === parts.length) columns.vwap = joinColumns<VolumeColumn<NumericMode>>(vwap)
  const trades = parts.map((part) => part.trades).filter((column) => column !== undefined)
  if (trades.length === parts.length) columns.trades = joinNumbers(trades)
  return new BarSeries<NumericMode>(
    {
      ...first.facts(),
      gaps: parts.flatMap((part) => part.gaps),
      issues: joinIssues(parts),
      forming: last.forming,
    },
    columns,
  )
}

/** What is said of all bars, not of one at a time, is said once. */
function joinIssues(parts: readonly BarSeries<NumericMode>[]): SeriesIssue[] {
  const said = new Set<string>()
  return parts
    .flatMap(({ issues }) => issues)
    .filter(({ kind, message, time }) => {
      const isNew = time !== undefined || !said.has(`${kind} ${message}`)
      said.add(`${kind} ${message}`)
      return isNew
    })
}

function joinNumbers(parts: readonly Float64Array[]): Float64Array {
  const joined = new Float64Array(parts.reduce((length, part) => length + part.length, 0))
  let offset = 0
  for (const part of parts) {
    joined.set(part, offset)
    offset += part.length
  }
  return joined
}

// Pages of one answer are all in one mode: all of them numbers, or all of them text.
function joinColumns<column extends AnyColumn>(parts: readonly column[]): column {
  const numbers = parts.filter((part) => part instanceof Float64Array)
  if (numbers.length === parts.length) return joinNumbers(numbers) as column
  return parts.flatMap((part) => [...part]) as unknown as column
}
