let formatter: Intl.DateTimeFormat | undefined

/**
 * The day of a Chinese calendar year's month that falls into a Gregorian year, by the runtime's own calendar; leap months
 * do not count. ms UTC of its midnight, NaN where the runtime does not know that calendar.
 *
 * @param month - 1 to 10: a year's last months reach into the next Gregorian year.
 */
export function lunarDate(year: number, month: number, day: number): number {
  formatter ??= new Intl.DateTimeFormat('en-u-ca-chinese', {
    month: 'numeric',
    day: 'numeric',
    timeZone: 'Asia/Shanghai',
  })
  // The first month begins between January 21 and February 20, each later one 29 or 30 days on, a leap month another.
  const begin = Date.UTC(year, 0, 20) + Math.floor((month - 1) * 29.5 + day - 2) * 86_400_000
  for (let offset = 0; offset < 64; offset++) {
    const date = begin + offset * 86_400_000
    const parts = formatter.formatToParts(date + 43_200_000)
    const value = (type: string) => parts.find((part) => part.type === type)?.value
    if (value('month') === String(month) && value('day') === String(day)) return date
  }
  return Number.NaN
}
