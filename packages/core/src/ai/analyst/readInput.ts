import type { TimeInput } from '../../client/options.ts'
import { BadRequestError } from '../../errors/index.ts'
import { parseInstrument } from '../../market/index.ts'
import type { Position, ReportInput } from './analystOptions.ts'

/** What a run is about, checked. */
export type Task = {
  /** As they were given, for providers that know their own spelling. */
  symbols: readonly string[]
  positions: readonly Position[]
  question: string | undefined
}

const mostSymbols = 40
const longestQuestion = 4_000

/**
 * @param needsSymbols - False for free questions, which may be about no instrument in particular.
 * @throws {BadRequestError} there is nothing to report on, or a symbol that is none
 */
export function readInput(input: ReportInput, needsSymbols: boolean): Task {
  // Whoever calls without types may give anything.
  const { symbol, symbols = [], positions = [], question } = input ?? {}
  for (const [parameter, list] of Object.entries({ symbols, positions }))
    if (!Array.isArray(list)) throw new BadRequestError(`"${parameter}" is a list.`, { parameter })
  const given = [
    ...(symbol === undefined ? [] : [symbol]),
    ...symbols,
    ...positions.map((position) => position?.symbol),
  ]
  for (const one of given) parseInstrument(one ?? '')
  const texts = given.map((one) => (typeof one === 'string' ? one.trim() : one.id))
  if (texts.length === 0 && (needsSymbols || question === undefined))
    throw new BadRequestError('There is nothing to report on. Give "symbol", "symbols" or "positions".', {
      parameter: 'symbols',
    })
  const distinct = [...new Set(texts)]
  if (distinct.length > mostSymbols)
    throw new BadRequestError(
      `${distinct.length} instruments are too many for one report: give at most ${mostSymbols}.`,
      {
        parameter: 'symbols',
      },
    )
  for (const { quantity, averageCost } of positions) {
    if (!Number.isFinite(quantity) || (averageCost !== undefined && !Number.isFinite(averageCost)))
      throw new BadRequestError('A position needs a finite "quantity", and a finite "averageCost" if any.', {
        parameter: 'positions',
      })
  }
  if (
    question !== undefined &&
    (typeof question !== 'string' || question.trim() === '' || question.length > longestQuestion)
  )
    throw new BadRequestError(`A question has 1 to ${longestQuestion} characters.`, { parameter: 'question' })
  return { symbols: distinct, positions, question: question?.trim() }
}

/**
 * @throws {BadRequestError} the instant is none, or lies in the future
 */
export function readAsOf(input: TimeInput | undefined, now: number): number {
  if (input === undefined) return now
  const asOf = typeof input === 'number' ? input : new Date(input).getTime()
  if (!Number.isFinite(asOf))
    throw new BadRequestError(
      `${typeof input === 'string' ? JSON.stringify(input) : String(input)} is not an instant. Give ms UTC, a Date or an ISO 8601 text.`,
      {
        parameter: 'asOf',
      },
    )
  if (asOf > now)
    throw new BadRequestError('"asOf" lies in the future. Give an instant up to the present.', {
      parameter: 'asOf',
    })
  return asOf
}
