import { dateInZone } from '../time-zone.ts'
import type { ExchangeCalendar } from './exchange-calendar.ts'
import { marketStateAt, tradingDay } from './trading-day.ts'

/** A stretch of trading without a pause, and the date that it counts to. ms UTC, `close` exclusive. */
export type OpenStretch = {
  date: string
  /** Of the regular session, which a pause may have interrupted since. */
  open: number
  /** Of the stretch. */
  close: number
}

const dayMs = 86_400_000

/** Finds the session that an instant belongs to. Instants that come in order cost one look-up a session. */
export class SessionFinder {
  readonly #calendar: ExchangeCalendar
  readonly #isExtended: boolean
  #from = 0
  #to = 0
  #stretch: OpenStretch | undefined

  constructor(calendar: ExchangeCalendar, isExtended: boolean) {
    this.#calendar = calendar
    this.#isExtended = isExtended
  }

  /**
   * The session at an instant, `undefined` while the exchange is closed.
   *
   * @throws {InvalidParameterError} outside of the calendar's years
   */
  at(time: number): OpenStretch | undefined {
    if (time >= this.#from && time < this.#to) return this.#stretch
    const { state, nextChange } = marketStateAt(this.#calendar, time)
    this.#from = time
    this.#to = nextChange ?? time + 1
    const isCounted = state === 'open' || (this.#isExtended && (state === 'pre' || state === 'post'))
    this.#stretch = isCounted ? this.#stretchAt(time, this.#to) : undefined
    return this.#stretch
  }

  #stretchAt(time: number, close: number): OpenStretch {
    const { timeZone } = this.#calendar
    const today = dateInZone(time, timeZone)
    const tomorrow = new Date(Date.parse(today) + dayMs).toISOString().slice(0, 10)
    const next = tradingDay(this.#calendar, tomorrow).session
    // This evening may be the beginning of tomorrow's session.
    if (next && time >= next.open) return { date: tomorrow, open: next.open, close }
    const session = tradingDay(this.#calendar, today).session
    return { date: today, open: session?.open ?? time, close }
  }
}
