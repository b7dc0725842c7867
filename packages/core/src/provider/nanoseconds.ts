const instant = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.(\d{1,9}))?\d*(Z|[+-]\d\d:\d\d)$/

/**
 * Nanoseconds since the epoch, as text, of an RFC 3339 instant: a double cannot hold them. `undefined` for any other text.
 *
 * @example
 * nanosecondsOf('2022-03-18T14:02:09.722539521Z') // '1647612129722539521'
 */
export function nanosecondsOf(text: string): string | undefined {
  const [, whole, fraction = '', zone] = instant.exec(text) ?? []
  const seconds = Date.parse(`${whole}${zone}`) / 1000
  return Number.isNaN(seconds) ? undefined : `${seconds}${fraction.padEnd(9, '0')}`
}
