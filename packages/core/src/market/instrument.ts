/** What kind of thing is traded. Providers declare which of these they serve. */
export type AssetClass = 'equity' | 'fund' | 'index' | 'crypto' | 'perp' | 'fx' | 'future' | 'option'

type Common = {
  /** Canonical text, `class:SYMBOL[@MIC|VENUE]`: what to store, compare and send between processes. */
  id: string
  /** The part between the class and the venue: `BRK.B`, `BTC/USDT`, `ES.2026-12`. */
  symbol: string
  /** ISO 10383 MIC of the listing exchange (`XNYS`), or the venue's own name (`BINANCE`). */
  venue?: string
}

export type ListedInstrument = Common & { assetClass: 'equity' | 'fund' | 'index' }
export type PairInstrument = Common & { assetClass: 'crypto' | 'perp' | 'fx'; base: string; quote: string }
export type FutureInstrument = Common & {
  assetClass: 'future'
  root: string
  /** `YYYY-MM`, or `YYYY-MM-DD` where a month has several; absent for a continuous contract. */
  expiry?: string
}
export type OptionInstrument = Common & {
  assetClass: 'option'
  underlying: string
  /** `YYYY-MM-DD`. */
  expiry: string
  right: 'C' | 'P'
  /** Decimal text, so that no digit is lost. */
  strike: string
}

/**
 * One tradable thing, independent of any provider's spelling.
 *
 * `equity:BRK.B@XNYS`, `crypto:BTC/USDT@BINANCE`, `fx:EUR/USD`, `index:SPX`, `future:ES.2026-12@XCME`,
 * `option:AAPL.2026-12-18.C.150`.
 */
export type Instrument = ListedInstrument | PairInstrument | FutureInstrument | OptionInstrument

/** A canonical id, a loose spelling (`AAPL`, `BTC-USD`, `^GSPC`, `O:AAPL230616C00150000`), or a parsed instrument. */
export type InstrumentInput = string | Instrument
