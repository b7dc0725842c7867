import { assertOptions, callRules } from '../client/assert-options.ts'
import { barsCandidates } from '../client/bars-plan.ts'
import { engineOf } from '../client/engine.ts'
import { failOver } from '../client/fail-over.ts'
import type { GetBarsOptions } from '../client/options.ts'
import type { ClientActions, ClientBase } from '../client/types.ts'
import type { BarSeries, NumericMode } from '../market/index.ts'

/**
 * Bars of one instrument, oldest first, from the first provider that can answer.
 *
 * Dates (`2024-01-02`) are trading dates in the exchange's zone and both are included; instants are ms UTC, `end` excluded.
 *
 * @throws {StarkMatterError} BAD_REQUEST, the symbol, the interval or the range cannot be right; nothing was sent
 * @throws {StarkMatterError} UNSUPPORTED, no provider serves this instrument, interval, adjustment or history
 * @throws {StarkMatterError} UNKNOWN_SYMBOL, every provider that was asked does not list it
 * @throws {StarkMatterError} TIMEOUT, `timeoutMs` passed; `attempts` tells what was tried
 * @example
 * const bars = await getBars(client, { symbol: 'AAPL', interval: '1d', start: '2024-01-02', end: '2024-03-28' })
 */
export async function getBars<const mode extends NumericMode = 'number'>(
  client: ClientBase & Pick<ClientActions, 'getBars'>,
  options: GetBarsOptions<mode>,
): Promise<BarSeries<mode>> {
  assertOptions(options, callRules, 'symbol', 'interval')
  const engine = engineOf(client)
  const { result, attempts } = await failOver(engine, options, barsCandidates(engine, options))
  // A provider that passes questions on tells whom it asked in turn.
  return result.with({ source: { ...result.source, attempts: [...attempts, ...result.source.attempts] } })
}
