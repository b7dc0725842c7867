/**
 * A value with its unit, in a locale's digits and signs.
 *
 * Money and counts of a million and more are shortened; everything else shows at most four decimals.
 *
 * @example
 * formatValue(-3.25, '%', 'en') // '−3.25%'
 */
export function formatValue(value: number, unit: string, locale: string): string {
  const size = Math.abs(value)
  const digits = size >= 1e6 ? short : size >= 10 ? 2 : size >= 1 ? 4 : 6
  const text = formatterOf(locale, unit, digits).format(unit === '%' ? value / 100 : value)
  if (unit === 'date') return text
  if (unit === 'time') return `${text} UTC`
  // The hyphen that Intl puts before a number, its only one, is a minus in print.
  const signed = text.replace('-', '−')
  if (unit === 'x') return `${signed}×`
  if (unit === '%' || unit === '1' || isMoney(unit)) return signed
  // One of what is counted: `stories`, `shares`, and `pp`, which has no plural.
  const name = size === 1 ? unit.replace(/ies$/, 'y').replace(/s$/, '') : unit
  return `${signed} ${name}`
}

/** A row's date, or its date and time in UTC, in a locale's words. */
export function formatMoment(asOf: string, locale: string): string {
  return formatValue(Date.parse(asOf), asOf.includes('T') ? 'time' : 'date', locale)
}

// In the place of a number of decimals.
const short = 3

type Formatter = { format(value: number): string }

// Intl formatters are dear to make, and few, but locales and units come from what is stored: when there are too many, all are forgotten.
const formatters = new Map<string, Formatter>()
const most = 999

function formatterOf(locale: string, unit: string, digits: number): Formatter {
  const key = `${locale} ${digits} ${unit}`
  const found = formatters.get(key) ?? makeFormatter(locale, unit, digits)
  if (formatters.size > most) formatters.clear()
  formatters.set(key, found)
  return found
}

function makeFormatter(locale: string, unit: string, digits: number): Formatter {
  if (/^(?:date|time)$/.test(unit))
    return new Intl.DateTimeFormat(locale, {
      dateStyle: 'medium',
      timeStyle: unit === 'time' ? 'short' : undefined,
      timeZone: 'UTC',
    })
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
