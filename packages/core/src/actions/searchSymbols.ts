import { assertOptions, callRules } from '../client/assert-options.ts'
import { engineOf } from '../client/engine.ts'
import { failOver } from '../client/fail-over.ts'
import type { SearchSymbolsOptions } from '../client/options.ts'
import { routesTo } from '../client/route.ts'
import { runOperation } from '../client/run-operation.ts'
import type { ClientActions, ClientBase } from '../client/types.ts'
import { NoDataError, StarkMatterError } from '../errors/index.ts'
import type { Deadline } from '../http/deadline.ts'
import type { SymbolMatch } from '../market/index.ts'

/**
 * Instruments whose name or symbol matches a text, best first, from the first provider that knows any. No match is an
 * empty list, not an error.
 *
 * @throws {StarkMatterError} BAD_REQUEST, the text is empty
 * @example
 * const [best] = await searchSymbols(client, { text: 'apple' })
 */
export async function searchSymbols(
  client: ClientBase & Pick<ClientActions, 'searchSymbols'>,
  options: SearchSymbolsOptions,
): Promise<readonly SymbolMatch[]> {
  assertOptions(options, callRules, 'text')
  const engine = engineOf(client)
  const { limit = 10 } = options
  const text = options.text.trim()
  const query = { text, limit, now: engine.clock.now() }
  const candidates = routesTo(engine, 'searchSymbols', options).map(({ provider, operation }) => ({
    provider,
    async ask(deadline: Deadline) {
      const matches = await runOperation(engine, provider, 'searchSymbols', operation, query, deadline)
      if (matches.length > 0) return matches
      // Another provider may list what this one does not.
      throw new NoDataError(`${provider.id} knows nothing like "${text}".`, { provider: provider.id })
    },
  }))
  try {
    const { result } = await failOver(engine, options, candidates)
    return result.slice(0, limit)
  } catch (error) {
    if (StarkMatterError.is(error) && error.code === 'NO_DATA') return []
    throw error
  }
}
