import { type AssetClass, type InstrumentInput, readInstrument, type Source } from '../market/index.ts'
import type { Operation, OperationName, ProfileQuery, Provider } from '../provider/index.ts'
import type { Engine } from './engine.ts'
import { type Candidate, failOver } from './fail-over.ts'
import type { CallOptions } from './options.ts'
import { Refusals, routesTo, symbolFor } from './route.ts'
import { runOperation } from './run-operation.ts'

type InstrumentQuery = ProfileQuery

/** Picks an operation off a provider: `(provider) => provider.getProfile`. Its types carry over to query and answer. */
type Select<query, result, extra = unknown> = (
  provider: Provider,
) => (Operation<query, result> & extra) | undefined

/**
 * Asks the providers that serve an instrument, one after the other, what `toQuery` makes of it.
 *
 * @throws {UnsupportedError} none serves it, with each one's reason
 */
export async function askAboutInstrument<query, result>(
  engine: Engine,
  name: OperationName,
  options: CallOptions & { symbol: InstrumentInput },
  select: Select<query, result, { assets: readonly AssetClass[] }>,
  toQuery: (common: InstrumentQuery) => query,
): Promise<result> {
  const read = readInstrument(options.symbol)
  const refusals = new Refusals()
  const candidates: Candidate<result>[] = []
  for (const { provider } of routesTo(engine, name, options)) {
    const operation = select(provider)
    if (!operation) continue
    const symbol = symbolFor({ provider, operation }, read, refusals)
    if (symbol === undefined) continue
    const query = toQuery({ instrument: read.instrument, symbol, now: engine.clock.now() })
    candidates.push({
      provider,
      ask: (deadline) => runOperation(engine, provider, name, operation, query, deadline),
    })
  }
  if (candidates.length === 0) throw refusals.error()
  return answerOf(engine, options, candidates)
}

/** Asks the providers that have an operation, one after the other, the same question; not those for whom there is none. */
export function askAny<query, result>(
  engine: Engine,
  name: OperationName,
  options: CallOptions,
  select: Select<query, result>,
  toQuery: (now: number, provider: Provider) => query | undefined,
): Promise<result> {
  const candidates = routesTo(engine, name, options).flatMap(({ provider }): Candidate<result>[] => {
    const operation = select(provider)
    if (!operation) return []
    const query = toQuery(engine.clock.now(), provider)
    if (query === undefined) return []
    return [{ provider, ask: (deadline) => runOperation(engine, provider, name, operation, query, deadline) }]
  })
  return answerOf(engine, options, candidates)
}

async function answerOf<result>(
  engine: Engine,
  options: CallOptions,
  candidates: readonly Candidate<result>[],
): Promise<result> {
  const { result, attempts } = await failOver(engine, options, candidates)
  return hasSource(result) ? { ...result, source: { ...result.source, attempts } } : result
}

function hasSource(result: unknown): result is { source: Source } {
  return typeof result === 'object' && result !== null && 'source' in result
}
