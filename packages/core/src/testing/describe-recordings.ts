import { describe, expect, test } from 'vitest'
import { StarkMatterError } from '../errors/index.ts'
import { parseInstrument } from '../market/index.ts'
import type { HttpResponse, Provider } from '../provider/index.ts'
import { tryMutations } from './describe-provider.ts'
import { type LoadedProvider, loadProvider } from './load-provider.ts'
import { hasRecordings, type Recording, readRecordings } from './recordings.ts'
import {
  type HttpOperationName,
  httpOperation,
  httpOperationNames,
  type SampleQuery,
  sampleQuery,
} from './sample-query.ts'

/** Which operation reads the recordings of an endpoint, and about what was asked. */
export type RecordingRoute = {
  /** Found in the path of the recording's address, or in the whole of it. */
  endpoint: RegExp
  operation: HttpOperationName
  /** In the provider's spelling, separated by commas. @default the symbol of Apple's shares */
  symbol?: (recording: Recording) => string
  query?: Partial<SampleQuery>
}

export type RecordingsSuite = {
  provider: Provider
  /** The folder of the recordings. @default the provider's id */
  folder?: string
  routes: readonly RecordingRoute[]
  /** Recordings that are refusals, by name, with the code that they stand for. */
  refusals?: Readonly<Record<string, string>>
  /** Mutations tried on each answer. @default 1,000 */
  mutations?: number
}

/**
 * Every recorded answer of a vendor, as a suite of tests: read by its operation, sound under damage, and never more than a
 * typed error in the hands of the wrong operation.
 */
export function describeRecordings(suite: RecordingsSuite): void {
  const { folder = suite.provider.id, routes, refusals = {}, mutations = 1_000 } = suite
  describe.runIf(hasRecordings)(`recorded answers of ${folder}`, async () => {
    const provider = await loadProvider(suite.provider)
    const cases = readRecordings(folder).map((recording) => {
      const { url, name } = recording
      const places = [url.pathname, url.href].map(decodeURIComponent)
      return {
        name,
        recording,
        route: routes.find(({ endpoint }) => places.some((one) => endpoint.test(one))),
      }
    })

    test.each(cases)('$name', ({ name, recording, route }) => {
      const { response } = recording
      const refusal = refusals[name]
      const operation = route?.operation ?? 'getBars'
      const result = outcome(provider, operation, response, queryFor(provider, operation, recording, route))
      if (refusal) expect(result).toBe(refusal)
      else if (route) expect(result).toBeTypeOf('object')
      // Whatever a provider is sent by mistake: a value or a typed error, in every operation.
      for (const other of httpOperationNames) {
        if (httpOperation(provider, other)) {
          outcome(provider, other, response, queryFor(provider, other, recording))
        }
      }
    })

    const decoded = cases.filter(({ name, route }) => route && !refusals[name])
    test.each(decoded)(
      '$name, damaged in one place, is still right or refused with the place named',
      ({ recording, route }) => {
        const operation = route && httpOperation(provider, route.operation)
        if (!operation) throw new Error(`${provider.id} has no ${route?.operation}`)
        const query = queryFor(provider, route.operation, recording, route)
        const tried = tryMutations(operation, query, recording.response, mutations)
        expect(tried.wrong).toEqual([])
        expect(tried.unnamed.slice(Math.floor(tried.count / 100))).toEqual([])
      },
    )
  })
}

/** The query to which a recording is an answer, as far as the decoder is concerned. */
function queryFor(
  provider: Provider,
  operation: HttpOperationName,
  recording: Recording,
  route?: RecordingRoute,
): SampleQuery {
  const fallback = parseInstrument('AAPL')
  const symbol = route?.symbol?.(recording) ?? provider.symbols.toProvider(fallback) ?? 'AAPL'
  const symbols = symbol.split(',')
  const instruments = symbols.map((one) => provider.symbols.fromProvider(one) ?? fallback)
  const [instrument = fallback] = instruments
  return sampleQuery(provider, operation, {
    instrument,
    symbol,
    instruments,
    symbols,
    now: Date.UTC(2026, 0, 1),
    limit: 1000,
    extendedHours: true,
    text: '',
    ...route?.query,
  })
}

/** What an operation makes of an answer: a value, or the code of a typed error. Anything else fails the test. */
function outcome(
  provider: LoadedProvider<Provider>,
  name: HttpOperationName,
  response: HttpResponse,
  query: SampleQuery,
): unknown {
  try {
    const value = httpOperation(provider, name)?.parse(response, query)
    expect(value).toBeDefined()
    return value
  } catch (error) {
    if (StarkMatterError.is(error)) return error.code
    throw error
  }
}
