import type { NumericMode, Trade } from '../../market/index.ts'
import { digitsOf, type HttpResponse, type TradesQuery, type Wire } from '../../provider/index.ts'
import { instantMs, readBody, rowsOf } from './schema.ts'
import { tradeId } from './trade-id.ts'

/** Trades, oldest first, with their nanoseconds to the last digit. */
export function readTrades(response: HttpResponse, query: TradesQuery): Trade<NumericMode>[] {
  return rowsOf(readBody(response, query, true))
    .slice(0, query.limit)
    .map((wire) => toTrade(wire, query))
}

function toTrade(wire: Wire, { instrument, numeric }: TradesQuery): Trade<NumericMode> {
  // Crypto has no consolidated tape, and so no stamp of it.
  const isTaped = instrument.assetClass !== 'crypto'
  const [sip, participant] = [wire.at('sip_timestamp'), wire.at('participant_timestamp')]
  const [usual, other] = isTaped ? [sip, participant] : [participant, sip]
  const stamp = usual.isAbsent && !other.isAbsent ? other : usual
  const time = instantMs(stamp.number())
  const timeNs = stamp.number() >= 1e17 ? digitsOf(stamp.value) : undefined
  const id = wire.at('id').textOrNull()
  const sequence = wire.at('sequence_number').numberOrNull()
  const venue = wire.at('exchange').numberOrNull()
  const conditions = wire.at('conditions').itemsOrNone()
  return {
    instrument,
    // From the digits: a double of this size is off by up to 128 ns, enough to round into the next ms.
    time: timeNs === undefined ? time : Number(timeNs.slice(0, -6)),
    ...(timeNs !== undefined && { timeNs }),
    price: wire.at('price').numeric(numeric),
    size: wire.at('size').numeric(numeric),
    ...(id !== null && { id: tradeId(venue ?? undefined, id) }),
    ...(sequence !== null && { sequence }),
    ...(conditions.length > 0 && { conditions: conditions.map((condition) => String(condition.number())) }),
    ...(venue !== null && { venue: String(venue) }),
  }
}
