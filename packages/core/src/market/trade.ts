import type { Numeric, NumericMode } from './bar.ts'
import type { Instrument } from './instrument.ts'

export type Trade<mode extends NumericMode = 'number'> = {
  instrument: Instrument
  /** ms UTC. */
  time: number
  /** Nanoseconds since the epoch as text, where the venue stamps that finely. */
  timeNs?: string
  price: Numeric<mode>
  size: Numeric<mode>
  id?: string
  /** Venue sequence number, for gap detection. */
  sequence?: number
  /** The aggressor. Never inferred. */
  takerSide?: 'buy' | 'sell'
  conditions?: readonly string[]
  venue?: string
}
