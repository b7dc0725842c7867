import { InvalidParameterError } from '../../errors/index.ts'

/**
 * Gives the value back when it is a whole number in range.
 *
 * @throws {InvalidParameterError} naming the parameter, the range and the value
 */
export function integer(name: string, value: number, min: number, max = 100_000): number {
  return real(name, value, min, max, 'whole ')
}

/**
 * Gives the value back when it is a finite number in range.
 *
 * @throws {InvalidParameterError} naming the parameter, the range and the value
 */
export function real(name: string, value: number, min = -3e37, max = 3e37, kind = ''): number {
  if (typeof value === 'number' && value >= min && value <= max && !(kind && value % 1)) return value
  throw new InvalidParameterError(name, `a ${kind}number from ${min} to ${max}`, value)
}
