const zones: Readonly<Record<string, number>> = {
  UT: 0,
  GMT: 0,
  UTC: 0,
  Z: 0,
  WET: 0,
  BST: 1,
  CET: 1,
  CEST: 2,
  EET: 2,
  EEST: 3,
  MSK: 3,
  IST: 5.5,
  HKT: 8,
  SGT: 8,
  JST: 9,
  KST: 9,
  AEST: 10,
  AEDT: 11,
  EST: -5,
  EDT: -4,
  ET: -5,
  CST: -6,
  CDT: -5,
  MST: -7,
  MDT: -6,
  PST: -8,
  PDT: -7,
}

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')
const month = `(${months.join('|')})[a-z]*`
const dayMonthYear = new RegExp(
  `\\b(\\d{1,2})(?:st|nd|rd|th)?[\\s.-]+${month}\\.?,?[\\s-]+(\\d{4}|\\d{2})(?![\\d:])`,
  'i',
)
// The clock may stand before the year: `Mon Jan 5 10:00:00 EST 2026`.
const monthDayYear = new RegExp(
  `\\b${month}\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s(?:.*\\s)?(\\d{4})\\b`,
  'i',
)

const clock =
  /(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?\s*([ap]\.?m\.?)?\s*(?:(?:GMT|UTC)?([+-])(\d{1,2}):?(\d{2})?|([A-Z]{1,4})\b)?/i

/**
 * The instant that a feed's date names, ms UTC: RFC 822 and ISO 8601, and what feeds make of them (no seconds, no
 * weekday or a wrong one, full month names, months first, two-digit years, am and pm, `EST`). A time without a zone is
 * UTC. `undefined` for what names no day, or a zone that nobody knows.
 */
export function readDate(text: string): number | undefined {
  const written = text.slice(0, 100).trim()
  const day = dayOf(written)
  if (!day) return undefined
  const [year, monthIndex, date, rest] = day
  const midnight = Date.UTC(year, monthIndex, date)
  const back = new Date(midnight)
  // `Date.UTC` reads 31 February as 3 March.
  if (back.getUTCMonth() !== monthIndex || back.getUTCDate() !== date) return undefined
  const time = clock.exec(rest)
  if (!time) return midnight
  const [
    ,
    hours = '0',
    minutes = '0',
    seconds = '0',
    fraction = '0',
    half,
    sign,
    offset = '0',
    past = '0',
    zone,
  ] = time
  const shift = sign
    ? (sign === '-' ? -1 : 1) * (Number(offset) * 60 + Number(past))
    : 60 * (zone === undefined ? 0 : (zones[zone.toUpperCase()] ?? Number.NaN))
  const hour = half ? (Number(hours) % 12) + (/^p/i.test(half) ? 12 : 0) : Number(hours)
  if (hour > 24 || Number(minutes) > 59 || Number(seconds) > 60 || Number.isNaN(shift)) return undefined
  const ms = Math.floor(Number(`0.${fraction}`) * 1_000)
  return midnight + ((hour * 60 + Number(minutes) - shift) * 60 + Number(seconds)) * 1_000 + ms
}

/** Year, month (0 is January), day, and the text that may hold the clock. */
function dayOf(text: string): [number, number, number, string] | undefined {
  const iso =
    /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?!\d)/.exec(text) ?? /^(\d{4})(\d\d)(\d\d)(?=T|\s|$)/.exec(text)
  if (iso) {
    // `20260105T100000Z`.
    const rest = text.slice(iso[0].length).replace(/^T(\d\d)(\d\d)(\d\d)/, 'T$1:$2:$3')
    return [Number(iso[1]), Number(iso[2]) - 1, Number(iso[3]), rest]
  }
  const dayFirst = dayMonthYear.exec(text)
  if (dayFirst)
    return named(dayFirst[3], dayFirst[2], dayFirst[1], text.slice(dayFirst.index + dayFirst[0].length))
  const monthFirst = monthDayYear.exec(text)
  if (!monthFirst) return undefined
  const [found, name, date, year = ''] = monthFirst
  return named(year, name, date, text.slice(monthFirst.index).replace(found, found.slice(0, -year.length)))
}

function named(year = '', name = '', date = '', rest = ''): [number, number, number, string] {
  // RFC 2822: two digits below 50 are of this century.
  const full = year.length === 4 ? Number(year) : Number(year) + (Number(year) < 50 ? 2_000 : 1_900)
  return [full, months.indexOf(name.toLowerCase()), Number(date), rest]
}
