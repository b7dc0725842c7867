import { monthNamed } from './monthNamed.ts'

const zones: Readonly<Record<string, number>> = {
  UT: 0,
  GMT: 0,
  UTC: 0,
  Z: 0,
  WET: 0,
  WEST: 1,
  BST: 1,
  CET: 1,
  MEZ: 1,
  CEST: 2,
  MESZ: 2,
  SAST: 2,
  EET: 2,
  EEST: 3,
  MSK: 3,
  PKT: 5,
  IST: 5.5,
  ICT: 7,
  WIB: 7,
  HKT: 8,
  SGT: 8,
  JST: 9,
  KST: 9,
  AEST: 10,
  AEDT: 11,
  NZST: 12,
  NZDT: 13,
  BRT: -3,
  ART: -3,
  EST: -5,
  EDT: -4,
  ET: -5,
  CT: -6,
  CST: -6,
  CDT: -5,
  MT: -7,
  MST: -7,
  MDT: -6,
  PT: -8,
  PST: -8,
  PDT: -7,
  AKST: -9,
  AKDT: -8,
  HST: -10,
}

const dayMonthYear =
  /(?<![\p{L}\d])(\d{1,2})(?:st|nd|rd|th|er|[ºª°])?[\s./-]+(?:de\s+)?(\p{L}{3,})\.?,?[\s/-]+(?:del?\s+)?(\d{4}|\d{2})(?![\d:])/giu
// The clock may stand before the year: `Mon Jan 5 10:00:00 EST 2026`.
const monthDayYear =
  /(?<!\p{L})(\p{L}{3,})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s(?:\d[\d:.]*\s(?:[ap]\.?m\.?\s)?(?:[A-Z][\w+:-]*\s)?)?(\d{4})\b/giu

const clock =
  /(\d{1,2})[:h](\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?\s*([ap]\.?m\.?)?\s*(?:Uhr\s*)?(?:(?:GMT|UTC)?([+-])(\d{1,2}):?(\d{2})?|([A-Z]+(?: [A-Z]+)* Time|[A-Z]+)\b)?/i

/**
 * The instant that a feed's date names, ms UTC: RFC 822 and ISO 8601, and what feeds make of them (no seconds, no
 * weekday or a wrong one, months by their full names and in other languages than English, months first, two-digit years, am
 * and pm, `EST`, numbers where they can be read one way only, seconds since 1970). A time without a zone, or with one that nobody knows, is UTC: wrong by some
 * hours, where an entry without a date would be taken for new. `undefined` for what names no day, and for the years 1 and
 * 1970 with which programs fill what they do not know.
 */
export function readDate(text: string): number | undefined {
  const written = text.slice(0, 100).normalize().trim()
  // Ten digits are seconds, thirteen are ms.
  if (/^[12]\d{9}(?:\d{3})?$/.test(written)) return Number(written.padEnd(13, '0'))
  const day = dayOf(written)
  if (!day) return undefined
  const [year, monthIndex, date, rest] = day
  if (year <= 1970) return undefined
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
    : 60 * (zones[nameOfZone(zone)] ?? 0)
  const hour = half ? (Number(hours) % 12) + (/^p/i.test(half) ? 12 : 0) : Number(hours)
  if (hour > 24 || Number(minutes) > 59 || Number(seconds) > 60) return undefined
  const ms = Math.floor(Number(`0.${fraction}`) * 1_000)
  return midnight + ((hour * 60 + Number(minutes) - shift) * 60 + Number(seconds)) * 1_000 + ms
}

/** `EST` of `Eastern Standard Time`. */
function nameOfZone(written = ''): string {
  const upper = written.toUpperCase()
  return upper.endsWith(' TIME') ? upper.replace(/\B[A-Z]+|\s/g, '') : upper
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
  const numbers = /^(\d{1,2})([./])(\d{1,2})\2(\d{4})\b/.exec(text)
  if (numbers) {
    const [found, first, separator, second, year] = numbers
    const rest = text.slice(found.length)
    // `5.1.2026` is a day in January; of `1/5/2026` only that of a clock with am and pm is known to be one.
    const isMonthFirst = Number(second) > 12 || /\d\s*[ap]\.?m\b/i.test(rest)
    const isDayFirst = separator === '.' || Number(first) > 12 || first === second
    if (!isMonthFirst && !isDayFirst) return undefined
    const [day, month] = isDayFirst ? [first, second] : [second, first]
    return [Number(year), Number(month) - 1, Number(day), rest]
  }
  for (const [found, date, name, year] of text.matchAll(dayMonthYear)) {
    // The clock may stand before the day.
    const day = named(year, name, date, text.replace(found, ' '))
    if (day) return day
  }
  for (const { 0: found, 1: name, 2: date, 3: year = '', index } of text.matchAll(monthDayYear)) {
    const day = named(year, name, date, text.slice(index).replace(found, found.slice(0, -year.length)))
    if (day) return day
  }
  return undefined
}

function named(year = '', name = '', date = '', rest = ''): [number, number, number, string] | undefined {
  const month = monthNamed(name)
  if (month === undefined) return undefined
  // RFC 2822: two digits below 50 are of this century.
  const full = year.length === 4 ? Number(year) : Number(year) + (Number(year) < 50 ? 2_000 : 1_900)
  return [full, month, Number(date), rest]
}
