import { describe, expect, test } from 'vitest'
import { type ErrorCode, StarkMatterError } from '../errors/index.ts'
import { BarSeries, type InstrumentInput, parseInstrument } from '../market/index.ts'
import { type Credential, HttpResponse, type Provider } from '../provider/index.ts'
import { loadProvider } from './load-provider.ts'
import { lostDigits } from './lost-digits.ts'
import { mutations, names } from './mutate.ts'
import {
  type AnyHttpOperation,
  type HttpOperationName,
  httpOperation,
  httpOperationNames,
  type SampleQuery,
  sampleInstruments,
  sampleQuery,
} from './sample-query.ts'

export type ProviderSuite = {
  create(): Provider
  /**
   * A good answer for every operation that speaks HTTP, as JSON or as a whole response; and, as `unknownSymbol`, what the
   * venue says to `getBars` (or `getQuotes`) about a symbol that it does not list.
   */
  answers: Readonly<Partial<Record<HttpOperationName | 'unknownSymbol', unknown>>>
  /** Fields of the queries that these answers belong to. */
  query?: Partial<SampleQuery> | undefined
  /** What the provider's credential flow would have obtained. @default one with a crumb, a cookie and a token */
  credential?: Credential | undefined
  /** What the dialect must spell and read back. @default one for each asset class that is served and can be spelled */
  instruments?: readonly InstrumentInput[] | undefined
  /** The key that `create` passes: it may stand in no URL … */
  secret?: string | undefined
  /** … except where the vendor takes it nowhere else. @default false */
  keyInUrl?: boolean | undefined
  /** The venue's own numbers are binary, so that their digits beyond that are noise. @default false */
  wireIsFloat?: boolean | undefined
  /** Mutations tried on each answer. @default 1000 */
  mutations?: number | undefined
}

/**
 * What "correct" means for a provider, as a suite of tests for Vitest: purity, secrets, symbols, answers, refusals, garbage.
 *
 * @example
 * describeProvider('kraken', { create: () => kraken(), answers: { getBars: ohlc } })
 */
export function describeProvider(id: string, suite: ProviderSuite): void {
  describe(id, async () => {
    const { credential = sampleCredential } = suite
    const provider = await loadProvider(suite.create())
    const again = await loadProvider(suite.create())
    const operations = httpOperationNames.flatMap((name) => {
      const operation = httpOperation(provider, name)
      return operation ? [{ name, operation, query: sampleQuery(provider, name, suite.query) }] : []
    })
    const answered = operations.flatMap(({ name, operation, query }) => {
      const answer = suite.answers[name]
      return answer === undefined ? [] : [{ name, operation, query, answer: toResponse(answer) }]
    })

    test('goes by its id', () => {
      expect(provider.id).toBe(id)
    })

    describe.each(operations)('$name', ({ name, operation, query }) => {
      test('says the same request for the same question, and leaves the question alone', () => {
        const frozen = Object.freeze({ ...query })
        const request = operation.request(frozen, credential)
        expect(suite.create()).not.toBe(suite.create())
        expect(httpOperation(again, name)?.request(frozen, credential)).toEqual(request)
        expect(operation.request(frozen, credential)).toEqual(request)
        expect(URL.canParse(request.url)).toBe(true)
      })

      test('puts no key into the URL', () => {
        if (suite.secret === undefined || suite.keyInUrl) return
        expect(operation.request(query, credential).url).not.toContain(suite.secret)
      })

      test.each(garbage)('refuses $title with a typed error', ({ response, codes }) => {
        expect(codes).toContain(refusalOf(() => operation.parse(response, query)).code)
      })
    })

    // A source that serves no kind of instrument, like a news feed, has no dialect of its own to test.
    const instruments = suite.instruments?.map(parseInstrument) ?? spelled(provider)
    describe.runIf(instruments.length > 0)('symbols', () => {
      test.each(instruments.map((instrument) => ({ id: instrument.id, instrument })))(
        '$id is spelled and read back',
        ({ instrument }) => {
          const symbol = provider.symbols.toProvider(instrument)
          expect(symbol).toBeTypeOf('string')
          expect(provider.symbols.fromProvider(symbol ?? '')).toEqual(instrument)
        },
      )
    })

    describe.each(answered)('the answer to $name', ({ name, operation, query, answer }) => {
      test('is read, and read alike every time', () => {
        const value = operation.parse(answer, query)
        expect(value).toBeDefined()
        expect(operation.parse(answer, query)).toEqual(value)
        expectFacts(value, provider, query)
      })

      test('loses no digit in exact mode', () => {
        if (!exactly.has(name) || suite.wireIsFloat) return
        const { tried, lost } = lostDigits(operation, query, answer)
        expect(lost).toEqual([])
        expect(tried).toBeGreaterThan(0)
      })

      test('has the same numbers in exact mode', () => {
        const numbers = operation.parse(answer, query)
        const texts = operation.parse(answer, { ...query, numeric: 'string' })
        if (!(numbers instanceof BarSeries) || !(texts instanceof BarSeries)) return
        for (const name of ['open', 'high', 'low', 'close'] as const) {
          expect([...texts[name]].every((text) => typeof text === 'string')).toBe(true)
          expect([...texts[name]].map(Number)).toEqual([...numbers[name]])
        }
      })

      test('damaged in one place is still right, or refused with the place named', () => {
        const tried = tryMutations(operation, query, answer, suite.mutations ?? 1_000)
        expect(tried.wrong).toEqual([])
        // One in a hundred may be refused at the level above.
        expect(tried.unnamed.slice(Math.floor(tried.count / 100))).toEqual([])
      })
    })

    test('says UNKNOWN_SYMBOL for a symbol that is not listed', () => {
      if (suite.answers.unknownSymbol === undefined) return
      const asked = operations.find(({ name }) => name === 'getBars' || name === 'getQuotes')
      const response = toResponse(suite.answers.unknownSymbol)
      expect(refusalOf(() => asked?.operation.parse(response, asked.query)).code).toBe('UNKNOWN_SYMBOL')
    })

    test('every operation has an answer here', () => {
      expect(answered.map(({ name }) => name)).toEqual(operations.map(({ name }) => name))
    })
  })
}

/** What has an exact mode. */
const exactly = new Set<HttpOperationName>(['getBars', 'getQuotes', 'getTrades', 'getOrderBook'])

const sampleCredential: Credential = { crumb: 'crumb', cookie: 'cookie', token: 'token' }

const html = '<!doctype html><html><body><h1>Service unavailable</h1></body></html>'

const garbage: readonly { title: string; response: HttpResponse; codes: readonly ErrorCode[] }[] = [
  { title: 'a page', response: of(200, html), codes: ['VALIDATION', 'UPSTREAM'] },
  { title: 'JSON cut short', response: of(200, '{"results":[{"t":17'), codes: ['VALIDATION'] },
  { title: 'an empty body', response: of(200, ''), codes: ['VALIDATION', 'UPSTREAM'] },
  { title: 'NaN in JSON', response: of(200, '{"results":[{"t":NaN}]}'), codes: ['VALIDATION'] },
  { title: 'an array of numbers', response: of(200, '[1,2,3]'), codes: ['VALIDATION'] },
  { title: 'a bare text', response: of(200, '"all is well"'), codes: ['VALIDATION'] },
  { title: 'null', response: of(200, 'null'), codes: ['VALIDATION'] },
  { title: '401', response: of(401, '{}'), codes: ['INVALID_KEY', 'NOT_ENTITLED'] },
  { title: '403', response: of(403, html), codes: ['INVALID_KEY', 'NOT_ENTITLED'] },
  { title: '429', response: of(429, 'Too Many Requests', { 'retry-after': '7' }), codes: ['RATE_LIMITED'] },
  { title: '500', response: of(500, html), codes: ['UPSTREAM'] },
  { title: '503', response: of(503, ''), codes: ['UPSTREAM'] },
]

function of(status: number, text: string, headers: Record<string, string> = {}): HttpResponse {
  return new HttpResponse({ status, headers, text })
}

function toResponse(answer: unknown): HttpResponse {
  return answer instanceof HttpResponse ? answer : of(200, JSON.stringify(answer))
}

function refusalOf(parse: () => unknown): StarkMatterError {
  try {
    parse()
  } catch (error) {
    if (StarkMatterError.is(error)) return error
    throw error
  }
  throw new Error('It was taken for an answer.')
}

/** An instrument of each class that is served, as far as the dialect can spell it. */
function spelled(provider: Provider) {
  const classes = new Set(operationsWithAssets(provider).flatMap(({ assets }) => assets))
  return [...classes]
    .map((assetClass) => parseInstrument(sampleInstruments[assetClass]))
    .filter((instrument) => provider.symbols.toProvider(instrument) !== undefined)
}

function operationsWithAssets(provider: Provider) {
  return httpOperationNames.flatMap((name) => {
    const operation = provider[name]
    return operation && 'assets' in operation ? [operation] : []
  })
}

/** What holds for every answer, and for bars in particular. */
function expectFacts(value: unknown, provider: Provider, query: SampleQuery): void {
  const [first] = Array.isArray(value) ? value : [value]
  if (typeof first === 'object' && first !== null && 'source' in first && typeof first.source === 'object') {
    expect(first.source).toMatchObject({ provider: provider.id })
  }
  if (!(value instanceof BarSeries)) return
  expect(value.length).toBeGreaterThan(0)
  let previous = Number.NEGATIVE_INFINITY
  for (const time of value.time) {
    // A bar of before 1990 or of the next century is a wrong unit.
    expect(time).toBeGreaterThan(Math.max(previous, 631_152_000_000))
    expect(time).toBeLessThan(Math.min(query.end, 4_102_444_800_000))
    expect(Number.isInteger(time)).toBe(true)
    previous = time
  }
  for (const name of ['open', 'high', 'low', 'close'] as const) {
    expect([...value[name]].every((price) => Number.isFinite(price))).toBe(true)
  }
  expect(value.interval).toBe(query.interval)
  expect(value.adjustment).toBe(query.adjustment)
}

/** Runs seeded damage through an operation and sorts what comes of it. */
export function tryMutations(
  operation: AnyHttpOperation,
  query: SampleQuery,
  answer: HttpResponse,
  count: number,
): { count: number; unnamed: string[]; wrong: string[] } {
  const truth = operation.parse(answer, query)
  const unnamed: string[] = []
  const wrong: string[] = []
  let tried = 0
  for (const { kind, path, value } of mutations(answer.json(), 7, count)) {
    tried += 1
    const damaged = of(answer.status, JSON.stringify(value))
    try {
      const result = operation.parse(damaged, query)
      if (result === undefined) wrong.push(`${kind} ${path}: undefined`)
      if (truth instanceof BarSeries && result instanceof BarSeries && isShifted(truth, result)) {
        wrong.push(`${kind} ${path}: a shifted series`)
      }
    } catch (error) {
      if (!StarkMatterError.is(error)) wrong.push(`${kind} ${path}: ${error}`)
      // Without the entry of its symbol an answer is that of a venue that does not know it.
      else if (kind === 'drop' && isSymbolOf(query, path) && /^(UNKNOWN_SYMBOL|NO_DATA)$/.test(error.code))
        continue
      else if (!('path' in error) || typeof error.path !== 'string' || !names(error.path, path)) {
        unnamed.push(`${kind} ${path}: ${error.message}`)
      }
    }
  }
  return { count: tried, unnamed, wrong }
}

function isSymbolOf({ symbol, symbols }: SampleQuery, path: string): boolean {
  return [symbol, ...symbols].some(
    (one) => path === one || path.endsWith(`.${one}`) || path.endsWith(`["${one}"]`),
  )
}

/** One damaged place touches two bars at most; a column that slipped touches nearly all. */
function isShifted(truth: BarSeries<'number'> | BarSeries<'string'>, result: typeof truth): boolean {
  if (result.length === 0) return truth.length > 2
  if (result.length < truth.length - 2 || result.length > truth.length) return true
  const expected = new Map([...truth].map((bar) => [bar.time, bar]))
  let different = 0
  for (const bar of result) {
    const was = expected.get(bar.time)
    const isSame = was && (['open', 'high', 'low', 'close'] as const).every((name) => was[name] === bar[name])
    if (!isSame) different += 1
  }
  return different > 2
}
