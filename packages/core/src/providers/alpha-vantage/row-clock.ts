const dayMs = 86_400_000

/**
 * Reads `2024-01-31` or `2024-01-31 09:30:00` as if it were UTC, ms; NaN for anything else. For many in order: the calendar
 * is asked once a month.
 */
export function createRowClock(): (key: string) => number {
  let month = -1
  let monthStart = 0
  return (key) => {
    const isDate = key.length === 10
    if (!isDate && (key.length !== 19 || key.charCodeAt(10) !== 32)) return Number.NaN
    if (key.charCodeAt(4) !== 45 || key.charCodeAt(7) !== 45) return Number.NaN
    const monthOfYear = twoDigits(key, 5)
    const day = twoDigits(key, 8)
    const current = (twoDigits(key, 0) * 100 + twoDigits(key, 2)) * 12 + monthOfYear
    if (current !== month) {
      if (!(monthOfYear >= 1 && monthOfYear <= 12)) return Number.NaN
      monthStart = Date.parse(`${key.slice(0, 7)}-01`)
      month = current
    }
    if (!(day >= 1 && day <= 31)) return Number.NaN
    const date = monthStart + (day - 1) * dayMs
    if (isDate) return date
    const hour = twoDigits(key, 11)
    const minute = twoDigits(key, 14)
    const second = twoDigits(key, 17)
    const isTime = hour < 24 && minute < 60 && second < 60
    if (!isTime || key.charCodeAt(13) !== 58 || key.charCodeAt(16) !== 58) return Number.NaN
    return date + ((hour * 60 + minute) * 60 + second) * 1000
  }
}

/** NaN where one of the two is no digit. */
function twoDigits(text: string, at: number): number {
  const tens = text.charCodeAt(at) - 48
  const ones = text.charCodeAt(at + 1) - 48
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : Number.NaN
}
