import { type BarColumns, BarSeries } from '../bar-series.ts'
import type { CorporateAction } from '../reference-data.ts'
import { impliedShare } from './dividend-flags.ts'
import type { QualityFlag, SeriesFacts } from './quality.ts'

type ColumnName = 'open' | 'high' | 'low' | 'close' | 'volume' | 'adjustedClose'

/** What one repair did, with everything needed to take it back. */
export type Repair = {
  flag: QualityFlag
  /** For people. */
  message: string
  /** Values as they were, from index `first` on. */
  changes: readonly { column: ColumnName; first: number; before: Float64Array }[]
  /** A dividend that was changed, or left out where `after` is absent, and its place in the list. */
  action?: { at: number; before: CorporateAction; after?: CorporateAction }
}

/** A repaired series, which says so in its `issues`. */
export type RepairedSeries = {
  bars: BarSeries
  adjustedClose: Float64Array | undefined
  actions: readonly CorporateAction[]
  repairs: readonly Repair[]
  /** Flags that nothing was done about: what is missing or stale cannot be made up. */
  left: readonly QualityFlag[]
}

/**
 * Repairs what `flags` name and can be repaired: prices off in scale, splits and dividends not applied or applied twice,
 * dividends a hundred times off. The series given is not touched; {@link undoRepairs} takes everything back.
 *
 * @param flags - From {@link checkSeries} on the same facts; leave out those that you know better.
 * @example
 * const { bars, repairs } = repairSeries(facts, checkSeries(facts))
 */
export function repairSeries(facts: SeriesFacts, flags: readonly QualityFlag[]): RepairedSeries {
  const { bars } = facts
  const work = new Workbench(facts)
  const repairs: Repair[] = []
  const left: QualityFlag[] = []
  const ordered = flags.toSorted((a, b) => turnOf(a) - turnOf(b))
  for (const flag of ordered) {
    const repair = work.repair(flag)
    if (repair) repairs.push(repair)
    else left.push(flag)
  }
  const issues = repairs.map(({ message, flag }) => ({ kind: 'repaired', message, time: flag.time ?? 0 }))
  return {
    bars: new BarSeries({ ...bars.facts(), issues: [...bars.issues, ...issues] }, work.columns),
    adjustedClose: work.adjustedClose,
    actions: work.actions,
    repairs,
    left,
  }
}

/** The series as it was before {@link repairSeries}, digit for digit. */
export function undoRepairs(repaired: RepairedSeries): Required<Omit<SeriesFacts, 'calendar'>> {
  const work = new Workbench(repaired)
  for (const { changes, action } of repaired.repairs.toReversed()) {
    for (const { column, first, before } of changes) work.column(column)?.set(before, first)
    if (action) work.actions = work.actions.toSpliced(action.at, action.after ? 1 : 0, action.before)
  }
  // Those of an earlier repair stay: it was there before.
  const issues = repaired.bars.issues.slice(0, repaired.bars.issues.length - repaired.repairs.length)
  return {
    bars: new BarSeries({ ...repaired.bars.facts(), issues }, work.columns),
    adjustedClose: work.adjustedClose,
    actions: work.actions,
  }
}

/** Copies of a series' columns, to work on. */
class Workbench {
  readonly columns: BarColumns
  readonly adjustedClose: Float64Array | undefined
  actions: readonly CorporateAction[]
  #changes: { column: ColumnName; first: number; before: Float64Array }[] = []

  constructor({ bars, adjustedClose, actions = [] }: SeriesFacts) {
    const { open, high, low, close, volume } = bars
    this.columns = {
      ...bars.columns(),
      open: open.slice(),
      high: high.slice(),
      low: low.slice(),
      close: close.slice(),
      volume: volume.slice(),
    }
    this.adjustedClose = adjustedClose?.slice()
    this.actions = actions
  }

  column(name: ColumnName): Float64Array | undefined {
    return name === 'adjustedClose' ? this.adjustedClose : this.columns[name]
  }

  repair(flag: QualityFlag): Repair | undefined {
    this.#changes = []
    if (flag.action?.type === 'dividend') return this.#dividend(flag, flag.action)
    if (flag.kind === 'price-scale' && flag.factor === undefined) return this.#brokenBar(flag)
    if (flag.factor === undefined) return undefined
    const { factor, first, last } = flag
    for (const name of ['open', 'high', 'low', 'close', 'adjustedClose'] as const)
      this.#scale(name, first, last, factor)
    if (flag.kind !== 'price-scale') this.#scale('volume', first, last, 1 / factor)
    return this.#done(flag, `Multiplied the prices of ${last - first + 1} bars by ${factor}.`)
  }

  /** Brings the prices of one bar to the scale of its neighbours. */
  #brokenBar(flag: QualityFlag): Repair | undefined {
    const { open, high, low, close } = this.columns
    const at = flag.first
    // A bar without a price says nothing of the scale.
    const level = close.subarray(0, at).findLast(isPrice) ?? open.subarray(at + 1).find(isPrice)
    if (level === undefined) return undefined
    for (const name of ['open', 'high', 'low', 'close', 'adjustedClose'] as const) {
      const column = this.column(name)
      const value = column?.[at]
      if (!column || value === undefined) continue
      this.#changes.push({ column: name, first: at, before: column.slice(at, at + 1) })
      column[at] = value * 10 ** Math.round(Math.log10(level / value))
    }
    high[at] = Math.max(open[at] ?? 0, high[at] ?? 0, close[at] ?? 0)
    low[at] = Math.min(open[at] ?? 0, low[at] ?? 0, close[at] ?? 0)
    return this.#done(flag, 'Brought the prices of the bar to the scale of its neighbours.')
  }

  #dividend(flag: QualityFlag, action: Extract<CorporateAction, { type: 'dividend' }>): Repair {
    const { last } = flag
    const close = this.columns.close[last] ?? Number.NaN
    const amount = flag.kind === 'implausible-dividend' ? plausible(action.amount, close) : action.amount
    const isRepeated = flag.kind === 'repeated-dividend'
    const after = isRepeated ? undefined : amount === action.amount ? action : { ...action, amount }
    const share = isRepeated ? 0 : amount / close
    if (this.adjustedClose) {
      const implied = impliedShare({ close: this.columns.close }, this.adjustedClose, last + 1)
      this.#scale('adjustedClose', 0, last, (1 - share) / (1 - implied))
    }
    if (after === action)
      return this.#done(flag, `Restated the adjusted close for the dividend of ${action.amount}.`)
    const at = this.actions.indexOf(action)
    this.actions = this.actions.toSpliced(at, 1, ...(after ? [after] : []))
    const message = after
      ? `Changed the dividend of ${action.amount} to ${after.amount}.`
      : `Left out the dividend of ${action.amount}.`
    return { ...this.#done(flag, message), action: { at, before: action, ...(after && { after }) } }
  }

  #scale(name: ColumnName, first: number, last: number, factor: number): void {
    const column = this.column(name)
    if (!column || factor === 1) return
    this.#changes.push({ column: name, first, before: column.slice(first, last + 1) })
    // Dividing by 100 is exact where multiplying by 0.01 is not.
    for (let i = first; i <= last; i++) {
      const value = column[i] as number
      column[i] = factor < 1 ? value / (1 / factor) : value * factor
    }
  }

  #done(flag: QualityFlag, message: string): Repair {
    return { flag, message, changes: this.#changes }
  }
}

/** Stretches first, as a broken bar takes their scale; what a dividend takes off depends on all prices. */
function turnOf({ kind, factor, action }: QualityFlag): number {
  if (action) return 2
  return kind === 'price-scale' && factor === undefined ? 1 : 0
}

function isPrice(value: number): boolean {
  return value > 0 && value < Number.POSITIVE_INFINITY
}

/** A hundredth of a dividend that is too large, a hundredfold of one that is too small. */
function plausible(amount: number, close: number): number {
  return amount > close * 0.03 ? amount / 100 : amount * 100
}
