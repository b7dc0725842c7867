import { askAny } from '../client/ask.ts'
import { assertOptions, callRules } from '../client/assert-options.ts'
import { engineOf } from '../client/engine.ts'
import type { GetNewsOptions } from '../client/options.ts'
import { earliestStart, latestEnd, readBound } from '../client/time-range.ts'
import type { ClientActions, ClientBase } from '../client/types.ts'
import { type NewsItem, readInstrument } from '../market/index.ts'

/**
 * News about instruments or a text, newest first. Symbols that a provider cannot name are left out of its
 * question; one that can name none of them is not asked.
 *
 * @throws {UnsupportedError} no provider can name any of the symbols
 */
export async function getNews(
  client: ClientBase & Pick<ClientActions, 'getNews'>,
  options: GetNewsOptions = {},
): Promise<readonly NewsItem[]> {
  assertOptions(options, callRules)
  const { text, limit = 20 } = options
  const wanted = (options.symbols ?? []).map((symbol) => readInstrument(symbol).instrument)
  const start = options.start === undefined ? undefined : earliestStart(readBound('start', options.start))
  const end = options.end === undefined ? undefined : latestEnd(readBound('end', options.end))
  return askAny(
    engineOf(client),
    'getNews',
    options,
    (provider) => provider.getNews,
    (now, { symbols: dialect }) => {
      const instruments = wanted.filter((instrument) => dialect.toProvider(instrument) !== undefined)
      // A question about nobody would be answered with news about anybody.
      if (wanted[0] && !instruments[0]) return undefined
      const symbols = instruments.flatMap((instrument) => dialect.toProvider(instrument) ?? [])
      return { text, instruments, symbols, start, end, limit, now }
    },
  )
}
