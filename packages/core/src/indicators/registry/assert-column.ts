import { InvalidParameterError } from '../../errors/index.ts'
import type { Column } from '../framework/column.ts'

/**
 * Refuses what cannot be a column. Of the numbers none is looked at, for what is absent among them is NaN.
 *
 * @throws {InvalidParameterError} naming the column
 */
export function assertColumn(name: string, column: unknown): asserts column is Column {
  if (typeof column === 'object' && column !== null && 'length' in column && Number.isInteger(column.length))
    return
  throw new InvalidParameterError(name, 'a list of numbers', column)
}
