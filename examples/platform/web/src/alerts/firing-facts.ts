import type { Firing } from './alert-shapes.ts'

const clock = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'medium' })
const number = new Intl.NumberFormat('en-US', { maximumSignificantDigits: 8 })

/** When a firing was, by which values, and what should be known about it: in one line. */
export function firingFacts({ at, recordedAt, values, headline, simulated, test }: Firing): string {
  const shown = values.map(({ name, value }) => `${name} ${value === null ? '–' : number.format(value)}`)
  return [
    clock.format(at),
    ...(recordedAt - at > 60_000 ? [`noticed ${clock.format(recordedAt)}`] : []),
    ...shown,
    ...(headline === null ? [] : [`“${headline}”`]),
    ...(simulated ? ['SIMULATED'] : []),
    ...(test ? ['TEST'] : []),
  ].join(' · ')
}
