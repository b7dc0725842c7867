import { createMemory } from '../createMemory.ts'

// Intl formatters are dear to make; locales, units and sizes are few.
const numbersIn = createMemory((locale: string) =>
  createMemory((unit: string) => createMemory((digits: number) => numberFormat(locale, unit, digits))),
)
const momentsIn = createMemory((locale: string) =>
  createMemory(
    (timeStyle?: 'short') =>
      new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC', timeStyle }),
  ),
)

/**
 * A value with its unit, in a locale's digits and signs.
 *
 * Money and counts of a million and more are shortened; everything else shows at most four decimals.
 *
 * @example
 * formatValue(-3.25, '%', 'en') // '−3.25%'
 */
export function formatValue(value: number, unit: string, locale: string): string {
  if (/^(?:date|time)$/.test(unit))
    return formatMoment(new Date(value).toISOString().slice(0, unit === 'date' ? 10 : 24), locale)
  const size = Math.abs(value)
  const digits = size >= 1e6 ? short : size >= 10 ? 2 : size >= 1 || size === 0 ? 4 : 6
  const text = numbersIn(locale)(unit)(digits).format(unit === '%' ? value / 100 : value)
  // The hyphen that Intl puts before a number, its only one, is a minus in print.
  const signed = text.replace('-', '−')
  if (unit === 'x') return `${signed}×`
  if (unit === '%' || unit === '1' || isMoney(unit)) return signed
  // One of what is counted: `stories`, `shares`, and `pp`, which has no plural.
  const name = size === 1 ? unit.replace(/ies$/, 'y').replace(/s$/, '') : unit
  return `${signed} ${name}`
}

// In the place of a number of decimals.
const short = 3

function numberFormat(locale: string, unit: string, digits: number): Intl.NumberFormat {
  const isFixed = /^(?:%|pp|x)$/.test(unit)
  const isShort = digits === short
  return new Intl.NumberFormat(locale, {
    maximumFractionDigits: isFixed || isShort ? 2 : digits,
    // Of what rounds to nothing no sign is left.
    signDisplay: 'negative',
    notation: isShort && !isFixed ? 'compact' : undefined,
    style: unit === '%' ? 'percent' : isMoney(unit) ? 'currency' : undefined,
    currency: isMoney(unit) ? unit : undefined,
    // Whole amounts show the cents that their currency has; a yen has none.
    minimumFractionDigits: isShort ? 0 : undefined,
  })
}

function isMoney(unit: string): boolean {
  return /^[A-Z]{3}$/.test(unit)
}

/** A row's date, or its date and time in UTC, in a locale's words. */
export function formatMoment(asOf: string, locale: string): string {
  const dateOnly = !asOf.includes('T')
  const text = momentsIn(locale)(dateOnly ? undefined : 'short').format(Date.parse(asOf))
  return dateOnly ? text : `${text} UTC`
}
