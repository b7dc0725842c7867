import { type AuctionImbalance, dateInZone, type PriceBands, zonedToUtc } from '../../market/index.ts'
import { type JsonObject, Wire } from '../../provider/index.ts'
import { instantMs } from './schema.ts'
import { fields } from './stream-fields.ts'

const timeZone = 'America/New_York'
const kinds: Readonly<Record<string, AuctionImbalance['kind']>> = {
  O: 'early-open',
  M: 'open',
  H: 'reopen',
  C: 'close',
  P: 'extreme-close',
  R: 'regulatory-close',
}

/**
 * `LULD`: limit up, limit down. Indicators 17 and 18 are a halt and a resumption, of what Nasdaq lists alone.
 *
 * @see https://massive.com/docs/websocket/stocks/luld
 */
export function readBands(row: JsonObject, path: string): PriceBands {
  const indicators = row.i === undefined ? [] : fields.list(row, 'i', path).map(String)
  return {
    lower: fields.number(row, 'l', path),
    upper: fields.number(row, 'h', path),
    time: instantMs(fields.number(row, 't', path)),
    ...(indicators.length > 0 && { indicators }),
  }
}

/**
 * `NOI`: the imbalance before an auction of the New York exchanges, whose time is written as `hour * 100 + minute` there;
 * `undefined` for a kind of auction that is not known.
 *
 * @see https://massive.com/docs/websocket/stocks/imbalances
 */
export function readAuction(row: JsonObject, path: string): AuctionImbalance | undefined {
  const time = instantMs(fields.number(row, 't', path))
  const planned = fields.number(row, 'at', path)
  const minutes = Math.floor(planned / 100) * 60 + (planned % 100)
  if (!(planned % 100 < 60 && minutes >= 0 && minutes < 1440))
    throw new Wire('massive', row, path).at('at').unlike('a time like 930')
  const kind = kinds[fields.text(row, 'a', path)]
  if (!kind) return undefined
  const { b, x } = row
  return {
    kind,
    time,
    auctionTime: zonedToUtc(Date.parse(dateInZone(time, timeZone)) + minutes * 60_000, timeZone),
    imbalance: fields.number(row, 'o', path),
    paired: fields.number(row, 'p', path),
    // A price of 0 is none.
    price: b === undefined ? null : fields.number(row, 'b', path) || null,
    ...(typeof x === 'number' && { venue: String(x) }),
  }
}
