import { BadRequestError } from '../errors/index.ts'

export type IntervalUnit = 's' | 'm' | 'h' | 'd' | 'w' | 'mo' | 'y'

/** Length of a bar: `1m`, `15m`, `4h`, `1d`, `1w`, `1mo`. */
export type Interval = `${number}${IntervalUnit}`

export type ParsedInterval = {
  count: number
  unit: IntervalUnit
  /** Nominal length in ms; months are 30 days and years 365, so use it for budgets and not for boundaries. */
  ms: number
  /** True for a day and longer: such bars carry an exchange-local `date`. */
  isDaily: boolean
}

const unitMs: Record<IntervalUnit, number> = {
  s: 1_000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
  w: 604_800_000,
  mo: 2_592_000_000,
  y: 31_536_000_000,
}

const pattern = /^([1-9]\d{0,4})(mo|[smhdwy])$/

/** Whether a text is a well-formed interval. */
export function isInterval(text: string): text is Interval {
  return pattern.test(text)
}

/**
 * Splits an interval into its count and unit.
 *
 * @throws {BadRequestError} the text is not a whole number followed by s, m, h, d, w, mo or y
 * @example
 * parseInterval('15m').ms // 900000
 */
export function parseInterval(text: string): ParsedInterval {
  const match = pattern.exec(text)
  const unit = match?.[2]
  if (!match || !isUnit(unit)) {
    throw new BadRequestError(
      `"${text}" is not an interval. Use a whole number and a unit: 30s, 1m, 15m, 1h, 4h, 1d, 1w, 1mo.`,
      { parameter: 'interval' },
    )
  }
  const count = Number(match[1])
  return { count, unit, ms: count * unitMs[unit], isDaily: unit !== 's' && unit !== 'm' && unit !== 'h' }
}

function isUnit(text: string | undefined): text is IntervalUnit {
  return text !== undefined && Object.hasOwn(unitMs, text)
}
