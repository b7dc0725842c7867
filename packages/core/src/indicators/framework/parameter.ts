import { InvalidParameterError } from '../../errors/index.ts'

/**
 * Gives the value back when it is a whole number in range.
 *
 * @throws {InvalidParameterError} naming the parameter, the range and the value
 */
export function integer(name: string, value: number, min: number, max = 100_000): number {
  if (Number.isInteger(value) && value >= min && value <= max) return value
  throw new InvalidParameterError(name, `a whole number from ${min} to ${max}`, value)
}

/**
 * Gives the value back when it is a finite number in range.
 *
 * @throws {InvalidParameterError} naming the parameter, the range and the value
 */
export function real(name: string, value: number, min = -3e37, max = 3e37): number {
  if (typeof value === 'number' && value >= min && value <= max) return value
  throw new InvalidParameterError(name, `a number from ${min} to ${max}`, value)
}
