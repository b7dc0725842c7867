import type { OptionInstrument } from './instrument.ts'
import { option } from './instrument-make.ts'

const pattern = /^([A-Z0-9.]{1,6}) *(\d\d)(\d\d)(\d\d)([CP])(\d{8})$/

/**
 * Reads an option symbol of the Options Symbology Initiative, with or without padding; `undefined` for anything else.
 *
 * @example
 * parseOptionSymbol('AAPL220121C00025000')?.id // 'option:AAPL.2022-01-21.C.25'
 */
export function parseOptionSymbol(text: string): OptionInstrument | undefined {
  const match = pattern.exec(text)
  if (!match) return undefined
  const [, root = '', year, month, day, right, thousandths = ''] = match
  const expiry = `20${year}-${month}-${day}`
  if (Number.isNaN(Date.parse(expiry))) return undefined
  const strike = `${thousandths.slice(0, 5)}.${thousandths.slice(5)}`
  return option(root, expiry, right === 'C' ? 'C' : 'P', strike)
}

/**
 * Writes an option symbol without padding, as Yahoo, Alpaca and (behind `O:`) Massive do. `undefined` where the strike has
 * more digits than the form can hold.
 *
 * @example
 * formatOptionSymbol(option('AAPL', '2022-01-21', 'C', '25')) // 'AAPL220121C00025000'
 */
export function formatOptionSymbol(instrument: OptionInstrument): string | undefined {
  const { underlying, expiry, right, strike } = instrument
  const [whole = '', decimals = ''] = strike.split('.')
  if (whole.length > 5 || decimals.length > 3 || !expiry.startsWith('20')) return undefined
  const date = expiry.slice(2).replaceAll('-', '')
  return `${underlying.replace('.', '')}${date}${right}${whole.padStart(5, '0')}${decimals.padEnd(3, '0')}`
}
