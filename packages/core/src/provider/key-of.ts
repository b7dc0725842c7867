import { InvalidParameterError } from '../errors/index.ts'

/**
 * A key as it is sent: without the line break that comes along from a file.
 *
 * @throws {InvalidParameterError} it is no text, or says nothing. What was given is not repeated: it may be a key all the same
 */
export function keyOf(parameter: string, key: unknown, expected: string): string {
  const text = typeof key === 'string' ? key.trim() : ''
  if (text) return text
  if (typeof key === 'string') throw new InvalidParameterError(parameter, expected, '')
  throw new InvalidParameterError(parameter, expected, key == null ? key : [`of type ${typeof key}`])
}
