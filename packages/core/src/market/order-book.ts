import type { Numeric, NumericMode } from './bar.ts'
import type { Instrument } from './instrument.ts'

export type BookLevel<mode extends NumericMode = 'number'> = readonly [
  price: Numeric<mode>,
  size: Numeric<mode>,
]

export type OrderBook<mode extends NumericMode = 'number'> = {
  instrument: Instrument
  /** ms UTC. */
  time: number
  /** Best first. */
  bids: readonly BookLevel<mode>[]
  /** Best first. */
  asks: readonly BookLevel<mode>[]
  sequence?: number
  /** True when the venue's checksum was compared and agreed; absent when it has none. */
  checksumVerified?: boolean
}
