import type { AssetClass } from '@starkmatter/core'

/**
 * Decimals that prices of this size are shown with. Currencies move in the fifth digit, penny stocks and small coins below
 * the cent; everything else is quoted in cents.
 */
export function priceDecimals(price: number, assetClass?: AssetClass): number {
  const size = Math.abs(price)
  if (assetClass === 'fx') return size >= 20 ? 3 : 5
  if (!(size > 0) || size >= 1) return 2
  return Math.min(8, 3 - Math.floor(Math.log10(size)))
}

const formatters = new Map<string, Intl.NumberFormat>()

/** A shared formatter: making one costs far more than using it. */
export function numberFormat(
  locale: string | undefined,
  options: Intl.NumberFormatOptions,
): Intl.NumberFormat {
  const key = `${locale} ${JSON.stringify(options)}`
  const known = formatters.get(key)
  if (known) return known
  const made = new Intl.NumberFormat(locale, options)
  formatters.set(key, made)
  return made
}

/** A number with fixed decimals, and a true minus. `–` where there is none. */
export function formatDecimal(value: number | null | undefined, decimals: number, locale?: string): string {
  if (value === null || value === undefined || !Number.isFinite(value)) return '–'
  const options = { minimumFractionDigits: decimals, maximumFractionDigits: decimals }
  return numberFormat(locale, options).format(value).replace('-', '−')
}

/** A change as it reads: what rounds to nothing went neither way. */
export type FormattedChange = { text: string; direction: 'up' | 'down' | 'flat' }

/** A change with its sign: `+1.20`, `−0.35`, and `0.00` without one. `–` where there is none. */
export function formatChange(
  value: number | null | undefined,
  decimals: number,
  locale?: string,
): FormattedChange {
  if (value === null || value === undefined || !Number.isFinite(value))
    return { text: '–', direction: 'flat' }
  const parts = numberFormat(locale, {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
    signDisplay: 'exceptZero',
  }).formatToParts(value)
  const has = (type: Intl.NumberFormatPartTypes) => parts.some((part) => part.type === type)
  return {
    text: parts.map((part) => (part.type === 'minusSign' ? '−' : part.value)).join(''),
    direction: has('plusSign') ? 'up' : has('minusSign') ? 'down' : 'flat',
  }
}

/** A large count, short: 1.24M. */
export function formatCompact(value: number | null | undefined, locale?: string): string {
  if (value === null || value === undefined || !Number.isFinite(value)) return '–'
  return numberFormat(locale, { notation: 'compact', maximumFractionDigits: 2 })
    .format(value)
    .replace('-', '−')
}
