const powersOfTen = Float64Array.from({ length: 23 }, (_, exponent) => 10 ** exponent)
const absent = /^(|null|nan|n\/a|na|none|nil|-+|\.)$/i
const magnitude: Record<string, number> = { k: 1e3, m: 1e6, b: 1e9, t: 1e12 }

/**
 * Reads a decimal number out of a text, exactly rounded, without cutting it out first.
 *
 * The other one of `.` and `,` is taken for a thousands separator. A leading currency sign and a trailing K, M or B are
 * understood. NaN for everything else.
 *
 * @param decimal - Character code of the decimal separator: 46 or 44.
 */
export function readNumber(text: string, start: number, end: number, decimal: number): number {
  const grouping = 90 - decimal
  let mantissa = 0
  let digits = 0
  let scale = -1
  let at = start
  let negative = false
  const sign = text.charCodeAt(at)
  if (sign === 45 || sign === 43) {
    negative = sign === 45
    at++
  }
  for (; at < end; at++) {
    const code = text.charCodeAt(at)
    if (code >= 48 && code <= 57) {
      mantissa = mantissa * 10 + (code - 48)
      if (mantissa > 0) digits++
      if (scale >= 0) scale++
    } else if (code === decimal && scale < 0) {
      scale = 0
    } else if (code !== grouping || scale >= 0 || at === start) {
      return readOddNumber(text.slice(start, end), decimal)
    }
  }
  if (
    at === start + (sign === 45 || sign === 43 ? 1 : 0) ||
    (scale === 0 && digits === 0 && end - start < 2)
  ) {
    return Number.NaN
  }
  // Up to 15 digits the mantissa is exact, and so is the power of ten: one division rounds once.
  if (digits > 15 || scale > 22) return readOddNumber(text.slice(start, end), decimal)
  const value = scale > 0 ? mantissa / (powersOfTen[scale] as number) : mantissa
  return negative ? -value : value
}

/** Whether a field says that there is no value: empty, `null`, `NaN`, `N/A`, `-`. */
export function isAbsent(text: string, start: number, end: number): boolean {
  return end - start < 5 && absent.test(text.slice(start, end))
}

/** The number as plain decimal text with a point and all its digits: what exact mode hands on. */
export function numberText(field: string, decimal: number): string {
  const plain = decimal === 44 ? field.replaceAll('.', '').replace(',', '.') : field.replaceAll(',', '')
  return plain.replace(/^[+$€£¥]/, '')
}

function readOddNumber(field: string, decimal: number): number {
  const plain = numberText(field, decimal).replaceAll(/[\s'_]/g, '')
  const unit = magnitude[plain.at(-1)?.toLowerCase() ?? '']
  const number = unit === undefined ? plain : plain.slice(0, -1)
  return /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i.test(number) ? Number(number) * (unit ?? 1) : Number.NaN
}
