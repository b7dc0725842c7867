import type { JsonObject } from '../wire.ts'
import type { TextLevel } from './book-state.ts'
import type { FrameFields } from './frame-fields.ts'

/**
 * Levels of an order book that come as `[price, size]`, both as text.
 *
 * @throws {ValidationError} one of them is something else
 */
export function readLevels(fields: FrameFields, row: JsonObject, key: string, path: string): TextLevel[] {
  return fields.list(row, key, path).map((level, index) => {
    const where = `${path}.${key}[${index}]`
    const [price, size]: readonly unknown[] = Array.isArray(level) ? level : []
    const pair = { price, size }
    fields.decimal(pair, 'price', where)
    fields.decimal(pair, 'size', where)
    return typeof price === 'string' && typeof size === 'string' ? [price, size] : ['0', '0']
  })
}
