import {
  type Bar,
  dateInZone,
  type Instrument,
  type Interval,
  parseInterval,
  type Quote,
  type Trade,
} from '../../market/index.ts'
import { FrameFields } from '../../provider/codec/frame-fields.ts'
import { type JsonObject, sourceOf } from '../../provider/index.ts'

export const fields = new FrameFields('kraken')

const where = 'data[]'

/** `{ side, price, qty, trade_id, timestamp }`: the side is the taker's. */
export function readTrade(row: JsonObject, instrument: Instrument): Trade {
  const id = fields.number(row, 'trade_id', where)
  const side = fields.text(row, 'side', where)
  return {
    instrument,
    ...readTime(row, 'timestamp'),
    price: fields.number(row, 'price', where),
    size: fields.number(row, 'qty', where),
    id: String(id),
    sequence: id,
    ...((side === 'buy' || side === 'sell') && { takerSide: side }),
    venue: 'KRAKEN',
  }
}

/** `{ bid, bid_qty, ask, ask_qty, last, volume, low, high, change, change_pct }` of 24 hours; 0 where nobody bids or asks. */
export function readQuote(row: JsonObject, instrument: Instrument, now: number): Quote {
  const price = (key: string) => (row[key] === undefined ? null : fields.number(row, key, where) || null)
  const figure = (key: string) => (row[key] === undefined ? null : fields.number(row, key, where))
  const [bid, ask] = [price('bid'), price('ask')]
  const { time } = row.timestamp === undefined ? { time: 0 } : readTime(row, 'timestamp')
  return {
    instrument,
    name: null,
    last: price('last'),
    time: time || null,
    bid,
    bidSize: bid === null ? null : figure('bid_qty'),
    ask,
    askSize: ask === null ? null : figure('ask_qty'),
    open: null,
    high: price('high'),
    low: price('low'),
    previousClose: null,
    change: figure('change'),
    changePercent: figure('change_pct'),
    volume: figure('volume'),
    currency: 'quote' in instrument ? instrument.quote : null,
    priceScale: 1,
    marketState: 'open',
    source: sourceOf('kraken', { now }, 0),
    simulated: false,
  }
}

/** `{ interval_begin, open, high, low, close, volume, vwap, trades }`: no word says that a bar is over but the next one. */
export function readBar(row: JsonObject, interval: Interval): Bar {
  const { time } = readTime(row, 'interval_begin')
  return {
    time,
    ...(parseInterval(interval).isDaily && { date: dateInZone(time, 'UTC') }),
    open: fields.number(row, 'open', where),
    high: fields.number(row, 'high', where),
    low: fields.number(row, 'low', where),
    close: fields.number(row, 'close', where),
    volume: fields.number(row, 'volume', where),
    vwap: fields.number(row, 'vwap', where),
    trades: fields.number(row, 'trades', where),
    closed: false,
  }
}

/** The newest bar of each pair. */
export function newestFrom(rows: readonly JsonObject[]): JsonObject[] {
  const newest = new Map<string, JsonObject>()
  for (const row of rows) {
    const symbol = fields.text(row, 'symbol', where)
    const present = newest.get(symbol)
    const isNewer =
      !present || readTime(row, 'interval_begin').time > readTime(present, 'interval_begin').time
    if (isNewer) newest.set(symbol, row)
  }
  return [...newest.values()]
}

/** RFC 3339 with up to nine decimals, all of which are kept. */
export function readTime(row: JsonObject, key: string): { time: number; timeNs: string } {
  return fields.instant(row, key, where)
}
