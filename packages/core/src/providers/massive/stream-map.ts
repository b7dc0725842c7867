import {
  type Bar,
  type BookLevel,
  type Instrument,
  type Interval,
  type OrderBook,
  parseInterval,
  type Quote,
  type Trade,
} from '../../market/index.ts'
import { type JsonObject, sourceOf, unknownQuote, Wire } from '../../provider/index.ts'
import { instantMs } from './schema.ts'
import { readAuction, readBands } from './stream-auctions.ts'
import { fields } from './stream-fields.ts'
import { tradeId } from './trade-id.ts'

/** The fields of a quote that an event knows. */
export type QuoteChange = Partial<Quote>

/** Numbers of exchanges and conditions as text, of which there are tens of thousands a second. */
const codeTexts: readonly string[] = Array.from({ length: 512 }, (_, code) => String(code))
/** What an exchange's trade ids begin with: see {@link tradeId}. */
const idBegins: readonly string[] = codeTexts.map((text) => tradeId(text, ''))
/** The conditions of a trade that has one. */
const singleCodes: readonly (readonly string[])[] = codeTexts.map((text) => Object.freeze([text]))

/**
 * Trades at prices agreed for other terms or at another time: average, cash, next day, variation, prior reference, seller,
 * contingent. They make no last price.
 *
 * @see https://massive.com/docs/rest/stocks/market-operations/condition-codes
 */
const otherTerms = new Set<unknown>([2, 7, 20, 21, 22, 29, 52, 53])

/** `T` and `XT`. The venue stamps them in ms here; history has the nanoseconds. */
export function readTrade(row: JsonObject, instrument: Instrument, path: string): Trade {
  const { i, x, q, c, t, p, s } = row
  const time = instantMs(typeof t === 'number' ? t : fields.number(row, 't', path))
  const price = typeof p === 'number' && p < Number.POSITIVE_INFINITY ? p : fields.number(row, 'p', path)
  const size = typeof s === 'number' && s < Number.POSITIVE_INFINITY ? s : fields.number(row, 's', path)
  const venue = typeof x === 'number' ? (codeTexts[x] ?? String(x)) : undefined
  const id = typeof i === 'string' || typeof i === 'number' ? idOf(x, venue, String(i)) : undefined
  const conditions = Array.isArray(c) && c.length > 0 ? conditionsOf(c) : undefined
  // Most trades say all of this; an object that is made whole is made in half the time.
  if (id !== undefined && typeof q === 'number' && conditions && venue !== undefined) {
    return { instrument, time, price, size, id, sequence: q, conditions, venue }
  }
  return {
    instrument,
    time,
    price,
    size,
    ...(id !== undefined && { id }),
    ...(typeof q === 'number' && { sequence: q }),
    ...(conditions && { conditions }),
    ...(venue !== undefined && { venue }),
  }
}

/** Of most trades put together in one step, of which there are tens of thousands a second. */
function idOf(exchange: unknown, venue: string | undefined, id: string): string {
  const begin = typeof exchange === 'number' ? idBegins[exchange] : undefined
  return begin === undefined ? tradeId(venue, id) : begin + id
}

function conditionsOf(codes: readonly unknown[]): readonly string[] {
  const [first] = codes
  const single = codes.length === 1 && typeof first === 'number' ? singleCodes[first] : undefined
  return (
    single ?? codes.map((code) => (typeof code === 'number' ? codeTexts[code] : undefined) ?? String(code))
  )
}

/** What was traded in a second or a minute as one, where a plan has no trades: marked, and without an id. */
export function readTradeSum(row: JsonObject, instrument: Instrument, path: string): Trade {
  return {
    instrument,
    time: instantMs(fields.number(row, 'e' in row ? 'e' : 's', path)),
    price: fields.number(row, 'c', path),
    size: fields.number(row, 'v', path),
    conditions: ['aggregate'],
  }
}

/** `A`, `AM` and their like: the bar is over when it is sent. */
export function readBar(row: JsonObject, interval: Interval, path: string): Bar {
  const { ms } = parseInterval(interval)
  const time = instantMs(fields.number(row, 's', path))
  const { v, vw } = row
  const bar: Bar = {
    // Of indices the value's own time stands here.
    time: Math.floor(time / ms) * ms,
    open: fields.number(row, 'o', path),
    high: fields.number(row, 'h', path),
    low: fields.number(row, 'l', path),
    close: fields.number(row, 'c', path),
    volume: v === undefined ? null : fields.number(row, 'v', path),
    closed: true,
  }
  if (vw !== undefined) bar.vwap = fields.number(row, 'vw', path)
  return bar
}

/** What an event tells of a quote; `undefined` for one that tells nothing, as a trade does that makes no last price. */
export function readQuoteChange(row: JsonObject, path: string): QuoteChange | undefined {
  switch (row.ev) {
    case 'Q':
    case 'XQ':
      return {
        bid: optional(row, 'bp', path),
        bidSize: optional(row, 'bs', path),
        ask: optional(row, 'ap', path),
        askSize: optional(row, 'as', path),
      }
    case 'C':
      return {
        bid: fields.number(row, 'b', path),
        ask: fields.number(row, 'a', path),
        time: instantMs(fields.number(row, 't', path)),
      }
    case 'T':
    case 'XT':
      if (row.ev === 'T' && Array.isArray(row.c) && row.c.some((code) => otherTerms.has(code)))
        return undefined
      return price(row, 'p', 't', path)
    case 'V':
    case 'LV':
      return price(row, 'val', 't', path)
    case 'FMV':
      return price(row, 'fmv', 't', path)
    case 'LULD':
      return { bands: readBands(row, path) }
    case 'NOI':
      return auctionOf(row, path)
    default: {
      const { av, op } = row
      return {
        ...price(row, 'c', 'e' in row ? 'e' : 's', path),
        ...(op !== undefined && { open: fields.number(row, 'op', path) }),
        ...(av !== undefined && { volume: fields.number(row, 'av', path) }),
      }
    }
  }
}

function auctionOf(row: JsonObject, path: string): QuoteChange | undefined {
  const auction = readAuction(row, path)
  return auction && { auction }
}

function price(row: JsonObject, name: string, time: string, path: string): QuoteChange {
  return { last: fields.number(row, name, path), time: instantMs(fields.number(row, time, path)) }
}

/** One side of a quote may be missing; a price of 0 is none. */
function optional(row: JsonObject, name: string, path: string): number | null {
  return row[name] === undefined || row[name] === null ? null : fields.number(row, name, path) || null
}

export function toQuote(
  instrument: Instrument,
  known: QuoteChange,
  now: number,
  delayedMs: number | null,
): Quote {
  return {
    ...unknownQuote,
    instrument,
    currency: 'quote' in instrument ? instrument.quote : instrument.assetClass === 'index' ? null : 'USD',
    ...known,
    source: sourceOf('massive', { now }, delayedMs),
  }
}

/** The books of the exchanges that trade one pair, and all of them as one. */
export class JointBook {
  readonly #books = new Map<unknown, { bids: readonly BookLevel[]; asks: readonly BookLevel[] }>()

  /** `XL2`: the whole book of one exchange. */
  receive(row: JsonObject, instrument: Instrument, depth: number, path: string): OrderBook {
    this.#books.set(row.x, { bids: levelsOf(row, 'b', path), asks: levelsOf(row, 'a', path) })
    const books = [...this.#books.values()]
    return {
      instrument,
      time: instantMs(fields.number(row, 't', path)),
      bids: joined(
        books.map(({ bids }) => bids),
        -1,
        depth,
      ),
      asks: joined(
        books.map(({ asks }) => asks),
        1,
        depth,
      ),
    }
  }
}

function levelsOf(row: JsonObject, side: string, path: string): BookLevel[] {
  return fields.list(row, side, path).map((level, index) => {
    const wire = new Wire('massive', level, `${path}.${side}[${index}]`)
    return [wire.at(0).number(), wire.at(1).number()] as const
  })
}

/** Levels of several books, best first; sizes at one price add up. */
function joined(sides: readonly (readonly BookLevel[])[], direction: 1 | -1, depth: number): BookLevel[] {
  const sizes = new Map<number, number>()
  for (const [level, size] of sides.flat()) sizes.set(level, (sizes.get(level) ?? 0) + size)
  return [...sizes].sort(([a], [b]) => (a - b) * direction).slice(0, depth)
}
