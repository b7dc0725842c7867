import type { Instrument } from '../../market/index.ts'
import type { Unit } from '../evidence/evidence.ts'

/** What amounts of an instrument are counted in: shares, contracts, or the currency itself. */
export function countedIn(instrument: Instrument): Unit {
  const { assetClass } = instrument
  if (assetClass === 'future' || assetClass === 'option') return 'contracts'
  return 'base' in instrument ? instrument.base : 'shares'
}
