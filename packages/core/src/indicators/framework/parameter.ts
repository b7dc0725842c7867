import { InvalidParameterError } from '../../errors/index.ts'

/** The largest period that TA-Lib accepts. */
const longest = 100_000

/**
 * Gives the value back when it is a whole number in range.
 *
 * @throws {InvalidParameterError} naming the parameter, the range and the value
 */
export function integer(name: string, value: number, min: number, max = longest): number {
  return real(name, value, min, max, 'a whole number')
}

/**
 * Gives the value back when it is a finite number in range.
 *
 * @throws {InvalidParameterError} naming the parameter, the range and the value
 */
export function real(name: string, value: number, min = -3e37, max = 3e37, kind = 'a number'): number {
  if (!(value >= min && value <= max) || (kind !== 'a number' && value % 1))
    throw new InvalidParameterError(name, `${kind} from ${min} to ${max}`, value)
  return value
}
