import { type Interval, parseInterval } from '@starkmatter/core'
import type { Alert } from '../alert.ts'
import { afterFiring, fires } from '../life.ts'
import { asksForWords, needsNews } from '../rules/condition.ts'
import { createJudge, type FiringValue, type Judge, type NewsFacts, type Verdict } from './judge.ts'
import { LevelBook, type LevelCondition, levelOf, type PriceMove } from './level-book.ts'
import type { EvaluatedBar } from './series-history.ts'
import { ValueBank } from './value-bank.ts'

/** What the engine has to know of an alert. */
export type EngineAlert = Omit<
  Alert,
  'name' | 'symbol' | 'instrument' | 'interval' | 'webhook' | 'owner' | 'createdAt' | 'version'
>

/** An alert that fires, as far as the engine knows about it. */
export type Hit = {
  alertId: string
  occasion: string
  barTime: number
  at: number
  price: number
  values: readonly FiringValue[]
  /** That made it fire, where its condition asks for words. */
  headline: string | null
}

export type EngineOptions = {
  interval: Interval
  timeZone: string
  /** Closed bars that are kept, to warm up the indicators of alerts that come later. */
  keep: number
}

type Entry = { alert: EngineAlert; judge: Judge | undefined; level: LevelCondition | undefined }

/** One evaluation: what the price did, when, and whether what happened within the bar was seen as it happened. */
type Step = { mode: Alert['evaluate']; move: PriceMove; at: number; isWitnessed: boolean }

const noNews: NewsFacts = { score: Number.NaN, headlines: [] }
const begins: Verdict = { isTrue: true, isNew: true }

/**
 * Evaluates all alerts of one series, bar by bar: no clock, no input or output of its own, so that the same bars give the
 * same firings whether they come live, from history, or with a restart in between.
 */
export class SeriesEngine {
  readonly #bank: ValueBank
  readonly #intervalMs: number
  readonly #entries = new Map<string, Entry>()
  /** Alerts that are judged one by one. */
  readonly #judged = { close: new Set<Entry>(), tick: new Set<Entry>() }
  readonly #books = { close: new LevelBook(), tick: new LevelBook() }
  /** Alerts on a level that may hold already when they are judged first. */
  readonly #fresh = new Set<Entry>()
  #news = noNews

  constructor({ interval, timeZone, keep }: EngineOptions) {
    const { ms, isDaily } = parseInterval(interval)
    this.#intervalMs = ms
    this.#bank = new ValueBank({ keep, timeZone, isDaily })
  }

  get size(): number {
    return this.#entries.size
  }

  /** Indicator streams that are kept, however many alerts share them. */
  get studies(): number {
    return this.#bank.studies
  }

  /** Open of the newest bar that closed. */
  get lastClosed(): number | undefined {
    return this.#bank.lastClosed?.time
  }

  /** Takes closed bars of the past as seen. */
  warm(bars: Iterable<EvaluatedBar>): void {
    for (const bar of bars) this.#bank.close(bar)
  }

  /**
   * Evaluates an alert from the next bar or price on.
   *
   * @param isKnown - It was evaluated up to here before, by an engine that is gone: what holds now is not new to it.
   */
  add(alert: EngineAlert, isKnown = false): void {
    this.remove(alert.id)
    const { condition, evaluate, repeat } = alert
    const level = repeat === 'once per bar' ? undefined : levelOf(condition)
    const entry: Entry = { alert: { ...alert }, level, judge: undefined }
    this.#entries.set(alert.id, entry)
    if (level) {
      if (!isKnown && level.relation.startsWith('is ')) this.#fresh.add(entry)
      this.#books[evaluate].add(alert.id, level)
      return
    }
    const judge = createJudge(condition, {
      bank: this.#bank,
      news: () => this.#news,
      isLive: evaluate === 'tick',
    })
    if (evaluate === 'tick') judge.prime(isKnown)
    else this.#bank.atLastClosed(() => judge.prime(isKnown))
    entry.judge = judge
    this.#judged[evaluate].add(entry)
  }

  remove(id: string): void {
    const entry = this.#entries.get(id)
    if (!entry) return
    this.#entries.delete(id)
    this.#fresh.delete(entry)
    const { evaluate } = entry.alert
    if (entry.level) this.#books[evaluate].remove(id, entry.level)
    this.#judged[evaluate].delete(entry)
    entry.judge?.release()
  }

  /**
   * Evaluates the next state of the newest bar; an older one changes nothing.
   *
   * @param now - ms UTC, the moment of a price; a closed bar counts as of its end.
   */
  push(bar: EvaluatedBar & { closed: boolean }, now: number): Hit[] {
    const before = this.#bank.bar
    const lastClosed = this.#bank.lastClosed
    if ((before && bar.time < before.time) || lastClosed?.time === bar.time) return []
    const isSame = before?.time === bar.time
    const from = before?.close ?? Number.NaN
    if (bar.closed) this.#bank.close(bar)
    else this.#bank.form(bar)

    const { time, close } = bar
    const at = bar.closed ? Math.min(now, time + this.#intervalMs) : now
    const move: PriceMove = {
      from,
      // Of a bar that was seen before, only a new extreme is news.
      high: isSame && bar.high <= before.high ? Math.max(from, close) : bar.high,
      low: isSame && bar.low >= before.low ? Math.min(from, close) : bar.low,
      to: close,
    }
    const hits = this.#evaluate({ mode: 'tick', move, at, isWitnessed: isSame })
    if (!bar.closed) return hits
    const last = lastClosed?.close ?? Number.NaN
    const step: PriceMove = { from: last, high: Math.max(last, close), low: Math.min(last, close), to: close }
    return [...hits, ...this.#evaluate({ mode: 'close', move: step, at, isWitnessed: true })]
  }

  /** Judges the conditions that ask for news, at the bar or price that was evaluated last. */
  hear(news: NewsFacts, id: string, now: number): Hit[] {
    this.#news = news
    const hits = [...this.#judged.close, ...this.#judged.tick].flatMap((entry) => {
      if (!needsNews(entry.alert.condition)) return []
      const verdict = entry.judge?.judge()
      return verdict ? this.#fire(entry, verdict, now, { occasion: `news:${id}` }) : []
    })
    // A headline is new once.
    this.#news = { ...news, headlines: [] }
    return hits
  }

  #evaluate({ mode, move, at, isWitnessed }: Step): Hit[] {
    const barTime = this.#bank.bar?.time ?? Number.NaN
    // What happened in a bar before an alert was there, or after it fired in it, is told apart by watching only.
    const isBefore = ({ alert }: Entry) =>
      mode === 'tick' ? !isWitnessed && barTime < alert.since : at <= alert.since
    const hits: Hit[] = []
    const fire = (entry: Entry, verdict: Verdict, values?: readonly FiringValue[]) =>
      void hits.push(...this.#fire(entry, verdict, at, { values }))
    for (const id of this.#books[mode].hits(move)) {
      const entry = this.#entries.get(id)
      if (entry && !isBefore(entry)) fire(entry, begins, valuesOf(mode, move))
    }
    for (const entry of [...this.#fresh]) {
      if (entry.alert.evaluate !== mode || isBefore(entry)) continue
      this.#fresh.delete(entry)
      const { relation, level } = entry.level ?? { relation: 'is above', level: Number.NaN }
      const holds = relation === 'is above' ? move.to > level : move.to < level
      if (holds && !hits.some(({ alertId }) => alertId === entry.alert.id))
        fire(entry, begins, valuesOf(mode, move))
    }
    for (const entry of [...this.#judged[mode]]) {
      if (isBefore(entry)) entry.judge?.prime(entry.alert.firings > 0)
      else {
        const verdict = entry.judge?.judge()
        if (verdict?.isTrue) fire(entry, verdict)
      }
    }
    return hits
  }

  #fire(
    entry: Entry,
    verdict: Verdict,
    at: number,
    known: { occasion?: string | undefined; values?: readonly FiringValue[] | undefined },
  ): Hit[] {
    const { alert } = entry
    const bar = this.#bank.bar
    if (!bar || !fires(alert, verdict, { at, barTime: bar.time })) return []
    const { time: barTime, close: price } = bar
    const isTick = alert.evaluate === 'tick'
    const values = known.values ?? entry.judge?.values() ?? []
    const own = isTick ? `tick:${barTime}:${alert.firings}` : `bar:${barTime}`
    entry.alert = { ...alert, ...afterFiring(alert, { at, barTime }) }
    if (entry.alert.status !== 'active') this.remove(alert.id)
    const [headline = null] = asksForWords(alert.condition) ? this.#news.headlines : []
    return [{ alertId: alert.id, occasion: known.occasion ?? own, barTime, at, price, values, headline }]
  }
}

/** What a level was reached by: the price, and how far it had gone where it has come back. */
function valuesOf(mode: Step['mode'], { from, high, low, to }: PriceMove): readonly FiringValue[] {
  const values = [{ name: mode === 'tick' ? 'price' : 'close', value: to }]
  if (high > Math.max(from, to)) values.push({ name: 'highest', value: high })
  if (low < Math.min(from, to)) values.push({ name: 'lowest', value: low })
  return values
}
