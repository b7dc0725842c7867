import { dateInZone } from '@starkmatter/core'
import { type AnyStream, type Indicator, indicators } from '@starkmatter/core/indicators/registry'
import type { Operand } from '../rules/condition.ts'
import { type IndicatorOperand, indicatorLabel } from '../rules/operand.ts'
import { type EvaluatedBar, SeriesHistory } from './series-history.ts'

type Study = {
  indicator: Indicator
  stream: AnyStream
  users: number
  /** At the newest closed bar. */
  closed: StudyResult
  /** At the bar that is evaluated, once somebody has asked. */
  shown: StudyResult
  /** Which state of the bar `shown` is of. */
  state: number
}

type StudyResult = number | Record<string, number>

/** Reads one value of the bar that is evaluated now; NaN where it is not known. */
export type Reading = () => number

/**
 * The values of one series at the bar that is evaluated: prices, and each indicator once, however many alerts ask for it.
 * An indicator of a forming bar is worked out when the first of them asks.
 */
export class ValueBank {
  readonly #history: SeriesHistory
  readonly #timeZone: string
  readonly #isDaily: boolean
  readonly #studies = new Map<string, Study>()
  #bar: EvaluatedBar | undefined
  #isClosed = true
  #state = 0
  /** Of the trading day before the one of the bar; worked out once for each bar. */
  #previousClose = { time: Number.NaN, value: Number.NaN }
  #averageVolumes = new Map<number, { time: number; value: number }>()

  constructor({ keep, timeZone, isDaily }: { keep: number; timeZone: string; isDaily: boolean }) {
    this.#history = new SeriesHistory(keep)
    this.#timeZone = timeZone
    this.#isDaily = isDaily
  }

  /** The bar that the readings are of. */
  get bar(): EvaluatedBar | undefined {
    return this.#bar
  }

  /** The newest closed bar. */
  get lastClosed(): EvaluatedBar | undefined {
    return this.#history.bar(-1)
  }

  /** Indicators that are kept up to date now. */
  get studies(): number {
    return this.#studies.size
  }

  close(bar: EvaluatedBar): void {
    this.#show(bar, true)
    this.#history.push(bar)
    for (const study of this.#studies.values())
      study.closed = study.stream.push(...inputsOf(study.indicator, bar))
  }

  form(bar: EvaluatedBar): void {
    this.#show(bar, false)
  }

  /** Reads the newest closed bar instead of the one that is forming, for as long as `run` takes. */
  atLastClosed(run: () => void): void {
    const forming = this.#isClosed ? undefined : this.#bar
    const closed = this.lastClosed
    if (closed) this.#show(closed, true)
    run()
    if (forming) this.form(forming)
  }

  #show(bar: EvaluatedBar, isClosed: boolean): void {
    this.#bar = bar
    this.#isClosed = isClosed
    this.#state += 1
  }

  /** Keeps an operand up to date until it is released. */
  reading(operand: Operand): Reading {
    switch (operand.kind) {
      case 'level':
        return () => operand.value
      case 'price':
        return () => this.#bar?.[operand.field] ?? Number.NaN
      case 'indicator':
        return this.#studyReading(operand)
    }
  }

  release(operand: Operand): void {
    if (operand.kind !== 'indicator') return
    const key = studyKey(operand)
    const study = this.#studies.get(key)
    if (study && --study.users === 0) this.#studies.delete(key)
  }

  /** Percent that the price stands above the close of so many bars ago, or of the trading day before. */
  changePercent(over: number | 'previous close'): number {
    const from = over === 'previous close' ? this.#closeOfDayBefore() : this.#closeBefore(over)
    return ((this.#bar?.close ?? Number.NaN) / from - 1) * 100
  }

  /** The average volume of the closed bars before the one that is evaluated. */
  averageVolume(period: number): number {
    const time = this.#bar?.time ?? Number.NaN
    const known = this.#averageVolumes.get(period)
    if (known?.time === time) return known.value
    let sum = 0
    for (let ago = 1; ago <= period; ago++) sum += this.#history.value('volume', this.#indexBefore(ago))
    const value = sum / period
    this.#averageVolumes.set(period, { time, value })
    return value
  }

  /** Place of the bar `ago` bars before the one that is evaluated, which is itself in the history once it has closed. */
  #indexBefore(ago: number): number {
    return this.#history.length - ago - (this.#isClosed ? 1 : 0)
  }

  #closeBefore(ago: number): number {
    const index = this.#indexBefore(ago)
    return index < 0 ? Number.NaN : this.#history.value('close', index)
  }

  #closeOfDayBefore(): number {
    const { time } = this.#bar ?? { time: Number.NaN }
    if (this.#isDaily || Number.isNaN(time)) return this.#closeBefore(1)
    if (this.#previousClose.time === time) return this.#previousClose.value
    const today = dateInZone(time, this.#timeZone)
    let value = Number.NaN
    // Newest first: the first bar of another date is the last of the day before.
    for (let index = this.#history.length - 1; index >= 0; index--) {
      if (dateInZone(this.#history.value('time', index), this.#timeZone) === today) continue
      value = this.#history.value('close', index)
      break
    }
    this.#previousClose = { time, value }
    return value
  }

  #studyReading(operand: IndicatorOperand): Reading {
    const study = this.#studyOf(operand)
    const output = operand.output ?? study.indicator.outputs[0]?.name ?? ''
    return () => {
      if (study.state !== this.#state && this.#bar) {
        study.shown = this.#isClosed
          ? study.closed
          : study.stream.peek(...inputsOf(study.indicator, this.#bar))
        study.state = this.#state
      }
      return typeof study.shown === 'number' ? study.shown : (study.shown[output] ?? Number.NaN)
    }
  }

  #studyOf(operand: IndicatorOperand): Study {
    const key = studyKey(operand)
    const known = this.#studies.get(key)
    if (known) {
      known.users += 1
      return known
    }
    const indicator = indicators.get(operand.name)
    if (!indicator) throw new Error(`The condition was not checked: there is no indicator ${operand.name}.`)
    const stream = indicator.createStream(operand.params)
    const study: Study = { indicator, stream, users: 1, closed: Number.NaN, shown: Number.NaN, state: -1 }
    for (let index = 0; index < this.#history.length; index++) {
      const bar = this.#history.bar(index)
      if (bar) study.closed = stream.push(...inputsOf(indicator, bar))
    }
    this.#studies.set(key, study)
    return study
  }
}

/** One for all outputs of an indicator with the same parameters. */
function studyKey({ name, params }: IndicatorOperand): string {
  const first = indicators.get(name)?.outputs[0]?.name
  return indicatorLabel({ kind: 'indicator', name, params, output: first })
}

function inputsOf({ inputs }: Indicator, bar: EvaluatedBar): number[] {
  // `periods` is refused where an alert is made.
  return inputs.map((input) => (input === 'periods' ? Number.NaN : bar[input]))
}
