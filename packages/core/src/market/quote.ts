import type { Numeric, NumericMode } from './bar.ts'
import type { Instrument } from './instrument.ts'
import type { Source } from './source.ts'

export type MarketState = 'pre' | 'open' | 'post' | 'closed'

/** A price outside regular hours. */
export type ExtendedHoursPrice<mode extends NumericMode = 'number'> = { price: Numeric<mode>; time: number }

/** The latest known state of one instrument. Everything a provider did not say is `null`. */
export type Quote<mode extends NumericMode = 'number'> = {
  instrument: Instrument
  /** Name for people, where the provider has one. */
  name: string | null
  last: Numeric<mode> | null
  /** Time of the last price, ms UTC. */
  time: number | null
  bid: Numeric<mode> | null
  bidSize: Numeric<mode> | null
  ask: Numeric<mode> | null
  askSize: Numeric<mode> | null
  open: Numeric<mode> | null
  high: Numeric<mode> | null
  low: Numeric<mode> | null
  previousClose: Numeric<mode> | null
  /** `last - previousClose`, as the provider says it. */
  change: Numeric<mode> | null
  /** Percent units: -0.5852 is -0.5852 %. */
  changePercent: Numeric<mode> | null
  volume: Numeric<mode> | null
  currency: string | null
  /** As in `BarSeries`: price times `priceScale` is in `currency`. */
  priceScale: number
  marketState: MarketState | null
  pre?: ExtendedHoursPrice<mode>
  post?: ExtendedHoursPrice<mode>
  source: Source
  simulated: boolean
}
