// Intl formatters are dear to make; locales and units are few.
const formatters = new Map<string, Intl.NumberFormat>()
const moments = new Map<string, Intl.DateTimeFormat>()

/**
 * A value with its unit, in a locale's digits and signs.
 *
 * Money and counts of a million and more are shortened; everything else shows at most four decimals.
 *
 * @example
 * formatValue(-3.25, '%', 'en') // '−3.25%'
 */
export function formatValue(value: number, unit: string, locale: string): string {
  const text = formatted(value, unit, locale)
  // The hyphen that Intl puts before a number is a minus in print.
  return text.replace(/-(?=[\p{N}\p{Sc}¤])/u, '−')
}

function formatted(value: number, unit: string, locale: string): string {
  if (unit === 'date') return formatMoment(new Date(value).toISOString().slice(0, 10), locale)
  if (unit === 'time') return formatMoment(new Date(value).toISOString(), locale)
  if (unit === '%') return number(locale, { style: 'percent', maximumFractionDigits: 2 }).format(value / 100)
  if (unit === 'pp') return `${number(locale, { maximumFractionDigits: 2 }).format(value)} pp`
  if (unit === 'x') return `${number(locale, { maximumFractionDigits: 2 }).format(value)}×`
  const size = Math.abs(value)
  const digits: Intl.NumberFormatOptions =
    size >= 1e6
      ? { notation: 'compact', maximumFractionDigits: 2 }
      : { maximumFractionDigits: size !== 0 && size < 1 ? 6 : size < 10 ? 4 : 2 }
  if (/^[A-Z]{3}$/.test(unit)) {
    return number(locale, {
      ...digits,
      style: 'currency',
      currency: unit,
      minimumFractionDigits: size >= 1e6 ? 0 : 2,
    }).format(value)
  }
  const plain = number(locale, digits).format(value)
  return unit === '1' ? plain : `${plain} ${unit}`
}

/** A row's date, or its date and time in UTC, in a locale's words. */
export function formatMoment(asOf: string, locale: string): string {
  const dateOnly = /^\d{4}-\d{2}-\d{2}$/.test(asOf)
  const key = `${locale} ${dateOnly}`
  let formatter = moments.get(key)
  if (!formatter) {
    const time = dateOnly ? {} : { timeStyle: 'short' as const }
    formatter = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC', ...time })
    moments.set(key, formatter)
  }
  const text = formatter.format(Date.parse(asOf))
  return dateOnly ? text : `${text} UTC`
}

function number(locale: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = locale + JSON.stringify(options)
  let formatter = formatters.get(key)
  if (!formatter) {
    formatter = new Intl.NumberFormat(locale, options)
    formatters.set(key, formatter)
  }
  return formatter
}
