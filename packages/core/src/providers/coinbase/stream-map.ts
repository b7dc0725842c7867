import type { Bar, Instrument, Quote, Trade } from '../../market/index.ts'
import { FrameFields } from '../../provider/codec/frame-fields.ts'
import { type JsonObject, sourceOf } from '../../provider/index.ts'

export const fields = new FrameFields('coinbase')

/** `{ trade_id, price, size, side, time }`. Whose side it is the reference does not say, so it is left out. */
export function readTrade(row: JsonObject, instrument: Instrument): Trade {
  const where = 'events[].trades[]'
  const id = fields.text(row, 'trade_id', where)
  return {
    instrument,
    ...fields.instant(row, 'time', where),
    price: fields.decimal(row, 'price', where),
    size: fields.decimal(row, 'size', where),
    id,
    sequence: fields.decimal(row, 'trade_id', where),
    venue: 'COINBASE',
  }
}

/** `{ price, best_bid, best_bid_quantity, best_ask, …, volume_24_h, low_24_h, high_24_h, price_percent_chg_24_h }`. */
export function readQuote(
  row: JsonObject,
  instrument: Instrument,
  { time, now }: { time: number; now: number },
): Quote {
  // Empty where nobody bids or asks.
  const figure = (key: string) => {
    return row[key] === undefined || row[key] === '' ? null : fields.decimal(row, key, 'events[].tickers[]')
  }
  return {
    instrument,
    name: null,
    last: figure('price'),
    time,
    bid: figure('best_bid'),
    bidSize: figure('best_bid_quantity'),
    ask: figure('best_ask'),
    askSize: figure('best_ask_quantity'),
    open: null,
    high: figure('high_24_h'),
    low: figure('low_24_h'),
    previousClose: null,
    change: null,
    changePercent: figure('price_percent_chg_24_h'),
    volume: figure('volume_24_h'),
    currency: 'quote' in instrument ? instrument.quote : null,
    priceScale: 1,
    marketState: 'open',
    source: sourceOf('coinbase', { now }, 0),
    simulated: false,
  }
}

/** `{ start, open, high, low, close, volume }` of five minutes: no word says that a bar is over but the next one. */
export function readBar(row: JsonObject): Bar {
  const decimal = (key: string) => fields.decimal(row, key, 'events[].candles[]')
  return {
    time: decimal('start') * 1000,
    open: decimal('open'),
    high: decimal('high'),
    low: decimal('low'),
    close: decimal('close'),
    volume: decimal('volume'),
    closed: false,
  }
}

/** The newest bar of each product: a snapshot holds many that are over. */
export function newestFrom(rows: readonly JsonObject[]): JsonObject[] {
  const newest = new Map<string, JsonObject>()
  for (const row of rows) {
    const product = fields.text(row, 'product_id', 'events[].candles[]')
    const present = newest.get(product)
    if (!present || readBar(row).time > readBar(present).time) newest.set(product, row)
  }
  return [...newest.values()]
}
