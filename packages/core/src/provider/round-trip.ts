import type { Instrument } from '../market/index.ts'
import type { SymbolDialect } from './provider.ts'

/**
 * A dialect that spells only what it reads back as the same instrument (but for the exchange and for what
 * is a fund, which not every spelling tells): where two instruments would be spelled alike, the one that the spelling does not mean cannot be named.
 *
 * @param read - Throws or answers `undefined` where a text is none of its symbols.
 */
export function roundTrip(
  spell: (instrument: Instrument) => string | undefined,
  read: (symbol: string) => Instrument | undefined,
): SymbolDialect {
  const fromProvider = (symbol: string) => {
    try {
      return read(symbol)
    } catch {
      return undefined
    }
  }
  return {
    fromProvider,
    toProvider(instrument) {
      const symbol = spell(instrument)
      const meant = symbol === undefined ? undefined : fromProvider(symbol)
      return meant && isSame(meant, instrument) ? symbol : undefined
    },
  }
}

function isSame(meant: Instrument, instrument: Instrument): boolean {
  const { assetClass } = instrument
  // The form of option symbols has no place for a class of shares: the underlying of BRKB… is BRK.B.
  if (assetClass === 'option') return meant.assetClass === 'option'
  const isFund = assetClass === 'fund' && meant.assetClass === 'equity'
  return meant.symbol === instrument.symbol && (meant.assetClass === assetClass || isFund)
}
