import { askAny } from '../client/ask.ts'
import { engineOf } from '../client/engine.ts'
import type { GetCalendarOptions } from '../client/options.ts'
import { readRange } from '../client/time-range.ts'
import type { ClientActions, ClientBase } from '../client/types.ts'
import type { MarketCalendar } from '../market/index.ts'

const yearMs = 365 * 86_400_000

/** Trading days of a market with their sessions. Without a range: the year to come. */
export async function getCalendar(
  client: ClientBase & Pick<ClientActions, 'getCalendar'>,
  options: GetCalendarOptions = {},
): Promise<MarketCalendar> {
  const engine = engineOf(client)
  const { market = 'XNYS', start = engine.clock.now() } = options
  const range = readRange({ ...options, start }, engine.clock.now() + yearMs)
  return askAny(
    engine,
    'getCalendar',
    options,
    (provider) => provider.getCalendar,
    (now) => ({ market, now, ...range }),
  )
}
