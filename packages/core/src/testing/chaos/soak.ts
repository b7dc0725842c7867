import { createClient } from '../../client/createClient.ts'
import { StagedSocket } from '../../replay/staged-socket.ts'
import { fakeClock } from '../fake-clock.ts'
import { createRandom } from '../random.ts'
import { createChaosBook, stateOf } from './chaos-book.ts'
import { type ChaosLine, createChaosLine } from './chaos-line.ts'
import { type ChaosBar, type ChaosTrade, createChaosMarket } from './chaos-market.ts'
import { chaosProvider } from './chaos-provider.ts'
import { chaosScript } from './chaos-script.ts'

export type SoakOptions = {
  seed: number
  hours: number
  /** Called after every simulated quarter of an hour. */
  onQuarter?(quarter: number): void
}

export type SoakRun = {
  cuts: number
  trades: number
  bars: number
  quotes: number
  books: number
  faults: string[]
  /** Among trades and bars. */
  gaps: string[]
}

const secondMs = 1_000
const minuteMs = 60_000
const quarterMs = 15 * minuteMs
const silenceMs = 12 * secondMs
/** Of trades and bars: nobody asks further back. */
const memoryMs = 10 * minuteMs
const rememberedBooks = 300

/**
 * Hours of a listener's life under chaos on a clock that only moves when it is told to. Nothing is kept of what was right, so
 * that memory which grows is the client's.
 */
export async function soak({ seed, hours, onQuarter }: SoakOptions): Promise<SoakRun> {
  const clock = fakeClock(Date.UTC(2024, 0, 2))
  const market = createChaosMarket(seed, minuteMs)
  const book = createChaosBook(seed)
  const line = createChaosLine({
    market,
    book,
    seed,
    now: clock.now,
    silentMs: 2 * silenceMs,
    slowMs: 3 * secondMs,
  })
  const provider = chaosProvider({ id: 'soak', baseUrl: 'http://chaos.test', silenceMs })
  const { fetch, WebSocket } = simulated(line, clock)
  await using client = createClient({
    providers: [provider],
    clock,
    fetch,
    WebSocket,
    random: createRandom(seed).next,
  })

  const run: SoakRun = { cuts: 0, trades: 0, bars: 0, quotes: 0, books: 0, faults: [], gaps: [] }
  let last: ChaosTrade | undefined
  let lastBar: ChaosBar | undefined
  const tradeFeed = client.watchTrades({ symbols: ['CHAOS'] })
  const barFeed = client.watchBars({ symbol: 'CHAOS', interval: '1m' })
  tradeFeed.on('data', ({ sequence = 0, time, price, size }) => {
    run.trades++
    const truth = market.trades.find((trade) => trade.sequence === sequence)
    const isTrue = truth?.time === time && truth.price === price && truth.size === size
    const follows = last === undefined || sequence === last.sequence + 1
    if (!isTrue || !follows) run.faults.push(`trade ${sequence} after ${last?.sequence}`)
    last = { sequence, time, price, size }
  })
  barFeed.on('data', ({ closed, ...bar }) => {
    if (!closed) return
    run.bars++
    const truth = market.bars.find(({ time }) => time === bar.time)
    const names = ['open', 'high', 'low', 'close', 'volume'] as const
    const isTrue = truth !== undefined && names.every((name) => truth[name] === bar[name])
    const follows = lastBar === undefined || bar.time === lastBar.time + minuteMs
    if (!isTrue || !follows) run.faults.push(`bar ${bar.time} after ${lastBar?.time}`)
    lastBar = { ...bar, volume: bar.volume ?? 0 }
  })
  for (const feed of [tradeFeed, barFeed]) feed.on('gap', ({ reason }) => run.gaps.push(reason))
  let lastBook = -1
  client.watchOrderBook({ symbol: 'CHAOS', depth: 10 }).on('data', ({ sequence = 0, bids, asks }) => {
    run.books++
    const isTrue = book.states.get(stateOf(bids, asks)) === sequence
    if (!isTrue || sequence <= lastBook) run.faults.push(`book ${sequence} after ${lastBook}`)
    lastBook = sequence
  })
  let lastQuoteAt = 0
  client.watchQuotes({ symbols: ['CHAOS'] }).on('data', ({ time }) => {
    run.quotes++
    if (time === null || time < lastQuoteAt) run.faults.push(`quote of ${time} after ${lastQuoteAt}`)
    lastQuoteAt = time ?? 0
  })

  const repeat = (everyMs: number, happen: () => void) => {
    clock.schedule(everyMs, () => {
      happen()
      repeat(everyMs, happen)
    })
  }
  repeat(2 * secondMs, () => line.trade())
  repeat(5 * secondMs, () => line.heartbeat())
  repeat(minuteMs, () => {
    market.forget(clock.now() - memoryMs)
    book.forget(rememberedBooks)
  })
  const script = chaosScript(seed, Math.ceil((hours * 3_600_000) / (40 * secondMs)))
  repeat(40 * secondMs, () => {
    const cut = script[run.cuts++]
    if (cut) line.cut(cut.kind)
  })

  for (let quarter = 1; quarter <= hours * 4; quarter++) {
    await clock.advance(quarterMs)
    onQuarter?.(quarter)
  }
  line.heal()
  await clock.advance(2 * minuteMs)
  const newestBook = book.snapshot().sequence
  if (lastBook !== newestBook) run.faults.push(`told book ${lastBook} of ${newestBook}`)
  if (last?.sequence !== market.count) run.faults.push(`told ${last?.sequence} of ${market.count} trades`)
  return run
}

/** The ways of a client to a line without a network. */
function simulated(line: ChaosLine, clock: ReturnType<typeof fakeClock>) {
  const latencyMs = 20

  class LineSocket extends StagedSocket {
    readonly #leave: () => void
    #isFrozen = false

    constructor(url: string | URL) {
      super(url)
      let leave = () => {}
      const cancel = clock.schedule(latencyMs, () => {
        this.opened()
        leave = line.connect({
          send: (frame) => !this.#isFrozen && this.heard(frame),
          close: () => this.#end(false),
          reset: () => this.#end(true),
          freeze: () => {
            this.#isFrozen = true
          },
        })
      })
      this.#leave = () => {
        cancel()
        leave()
      }
    }

    send(): void {
      // The line publishes all it has.
    }

    override close(): void {
      super.close()
      this.#leave()
    }

    #end(isError: boolean): void {
      this.#leave()
      this.ended(isError)
    }
  }

  const answer = (address: string): Response => {
    const { pathname, searchParams } = new URL(address)
    const number = (name: string) => Number(searchParams.get(name))
    const [start, end] = [number('start'), number('end')]
    if (pathname === '/book') return Response.json(line.bookOf())
    return Response.json(
      pathname === '/bars' ? line.barsOf(start, end) : line.tradesOf(start, end, number('limit')),
    )
  }
  const fetch: typeof globalThis.fetch = async (input) => {
    const isRefused = line.rest.refusals > 0
    const delayMs = latencyMs + line.rest.delayMs
    if (isRefused) line.rest.refusals--
    else line.rest.delayMs = 0
    const response = isRefused
      ? new Response('', { status: 429, headers: { 'retry-after': '1' } })
      : answer(String(input))
    await new Promise<void>((resolve) => clock.schedule(delayMs, resolve))
    return response
  }
  return { fetch, WebSocket: LineSocket }
}
