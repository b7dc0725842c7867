import type { AssetClass } from '../../market/index.ts'
import type { StreamTopic } from '../../provider/index.ts'
import type { MassiveStreamOptions } from './stream.ts'

/** Massive's channels from the finest to the coarsest: where the plan refuses one, the next is followed. */
export type Ladder = readonly string[]

const seconds = 1_000
const minutes = 60_000

type Channels = {
  trades?: Ladder
  /** What tells the best prices to trade at. */
  best?: Ladder
  /** What tells the last price. */
  last: Ladder
  second: string
  minute: string
  book?: Ladder
}

const listed: Channels = {
  trades: ['T', 'A', 'AM'],
  best: ['Q'],
  last: ['T', 'A', 'AM'],
  second: 'A',
  minute: 'AM',
}

const crypto: Channels = {
  trades: ['XT', 'XAS', 'XA'],
  best: ['XQ'],
  last: ['XT', 'XAS', 'XA'],
  second: 'XAS',
  minute: 'XA',
  book: ['XL2'],
}

const channels: Readonly<Partial<Record<AssetClass, Channels>>> = {
  equity: listed,
  fund: listed,
  option: listed,
  future: listed,
  crypto,
  fx: { best: ['C'], last: ['CAS', 'CA'], second: 'CAS', minute: 'CA' },
  index: { last: ['V', 'A', 'AM'], second: 'A', minute: 'AM' },
}

/** How far each channel is behind what it sums up, ms. */
export const lagMs: Readonly<Record<string, number>> = {
  A: seconds,
  XAS: seconds,
  CAS: seconds,
  AM: minutes,
  XA: minutes,
  CA: minutes,
}

/** What not every plan has, and is followed on request alone. */
export type Extras = Pick<MassiveStreamOptions, 'fairMarketValue' | 'priceBands' | 'auctions'>

/** The ladders that make up a topic: each of them brings a part of it. */
export function laddersOf({ channel, instrument, interval }: StreamTopic, extras: Extras): Ladder[] {
  const venue = channels[instrument.assetClass]
  if (!venue) return []
  const { trades, best, last, second, minute, book } = venue
  switch (channel) {
    case 'trades':
      return trades ? [trades] : []
    case 'book':
      return book ? [book] : []
    case 'bars':
      return [[interval === '1s' ? second : minute]]
    default: {
      const prices = extras.fairMarketValue ? ['FMV', ...last] : last
      const isShare = instrument.assetClass === 'equity' || instrument.assetClass === 'fund'
      return [
        // Where the best prices are all that a plan has of currencies, the last one is in them.
        ...(best ? [best] : []),
        prices,
        ...(isShare && extras.priceBands ? [['LULD']] : []),
        ...(isShare && extras.auctions ? [['NOI']] : []),
      ]
    }
  }
}

/** How the stream spells a symbol: pairs without their prefix, currencies with a stroke. */
export function wireSymbol({ instrument, symbol }: StreamTopic): string {
  if (instrument.assetClass === 'fx') return `${instrument.base}/${instrument.quote}`
  return instrument.assetClass === 'crypto' ? `${instrument.base}-${instrument.quote}` : symbol
}
