import type { Numeric, NumericMode } from './bar.ts'
import type { Instrument } from './instrument.ts'
import type { Source } from './source.ts'

export type MarketState = 'pre' | 'open' | 'post' | 'closed'

/** A price outside regular hours. */
export type ExtendedHoursPrice<mode extends NumericMode = 'number'> = { price: Numeric<mode>; time: number }

/** Limit up, limit down: a share may not trade outside of these for now. */
export type PriceBands<mode extends NumericMode = 'number'> = {
  lower: Numeric<mode>
  upper: Numeric<mode>
  /** ms UTC. */
  time: number
  /** The venue's codes for what goes with it, a halt or a resumption among them. */
  indicators?: readonly string[]
}

/** What an auction would do if it were held now, as the exchange that holds it says. */
export type AuctionImbalance<mode extends NumericMode = 'number'> = {
  kind: 'early-open' | 'open' | 'reopen' | 'close' | 'extreme-close' | 'regulatory-close'
  /** When the exchange said so, ms UTC. */
  time: number
  /** When the auction is to be held, ms UTC. */
  auctionTime: number
  /** Shares that find nobody on the other side. The venue's number: a sign, where it has one, is the side. */
  imbalance: Numeric<mode>
  /** Shares that do. */
  paired: Numeric<mode>
  /** Where the whole book would clear; `null` while it would not. */
  price: Numeric<mode> | null
  venue?: string
}

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
  /** Where the provider tells and was asked for them. */
  bands?: PriceBands<mode>
  auction?: AuctionImbalance<mode>
  source: Source
  simulated: boolean
}
