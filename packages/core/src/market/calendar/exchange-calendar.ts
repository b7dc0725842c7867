/**
 * When an exchange trades, as data: a few hundred bytes of rules rather than tables of days. Read it with
 * {@link tradingDay}, {@link tradingDays} and {@link marketStateAt}.
 *
 * Rules stand one a line: when, name, and where it did not always hold the years, `[1999-2010]`, `[2022-]`, `[-2002]`.
 * When is one of
 *
 * - `1225`: a day of the year; `20010911`: one day, `20010911-14`: several of one month
 * - `01:1.3`: the third Monday (weekday 1) of January; `05:1.-1`: the last one of May
 * - `E`: Easter Sunday; `@name`: a day found by the function of this name in `days`
 *
 * followed by `&1` or `&-2` for so many days later or earlier, and by what happens on a weekend: `~` the nearest weekday,
 * `>` the next free weekday, `+` the next free weekday for a Sunday only, `<` the weekday before; nothing: it is lost.
 */
export type ExchangeCalendar = {
  /** ISO 10383 MIC, or a name where there is none. */
  id: string
  title: string
  timeZone: string
  /** Days of the week that trade, 0 is Sunday. @default Monday to Friday */
  weekdays?: readonly number[] | undefined
  /**
   * Regular hours on the exchange's clock, `0930-1600`, with a break `0900-1130,1230-1530`; a session that opens the evening
   * before is `-1800-1700`. Where they changed, each with its first date, oldest first.
   */
  hours: string | readonly (readonly [from: string, hours: string])[]
  /** Electronic trading before and after the regular hours, `0400-2000`. */
  extendedHours?: string | undefined
  /** Rules of days without a session. */
  holidays: string
  /** Rules of sessions that end early, with the time of the end in front: `1300 1224 Christmas Eve`. */
  earlyCloses: string
  /** Years for which the rules have been checked. Outside of them there is no answer. */
  years: readonly [first: number, last: number]
  /** Days that need arithmetic of their own, by year: ms UTC of the date's midnight. */
  days?: Readonly<Record<string, (year: number) => number>> | undefined
}
