import { askAny } from '../client/ask.ts'
import { assertOptions, callRules } from '../client/assert-options.ts'
import { engineOf } from '../client/engine.ts'
import type { GetCalendarOptions } from '../client/options.ts'
import { readBound, readRange } from '../client/time-range.ts'
import type { ClientActions, ClientBase } from '../client/types.ts'
import { dateInZone, type MarketCalendar } from '../market/index.ts'

const yearMs = 365 * 86_400_000

/** Trading days of a market with their sessions. Without a range: the year to come. */
export async function getCalendar(
  client: ClientBase & Pick<ClientActions, 'getCalendar'>,
  options: GetCalendarOptions = {},
): Promise<MarketCalendar> {
  assertOptions(options, callRules)
  const engine = engineOf(client)
  const { market = 'XNYS', start = engine.clock.now() } = options
  const { end = engine.clock.now() + yearMs } = options
  const range = readRange({ start, end }, 0)
  const calendar = await askAny(
    engine,
    'getCalendar',
    options,
    (provider) => provider.getCalendar,
    (now) => ({ market, now, ...range }),
  )
  // A date is one of the market's zone, which nobody knows before the answer: more was asked for than is wanted.
  const dateOf = (bound: ReturnType<typeof readBound>, before: number) =>
    bound.kind === 'date' ? bound.date : dateInZone(bound.time - before, calendar.timeZone)
  const [first, last] = [dateOf(readBound('start', start), 0), dateOf(readBound('end', end), 1)]
  return { ...calendar, days: calendar.days.filter(({ date }) => date >= first && date <= last) }
}
