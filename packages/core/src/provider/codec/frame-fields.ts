import { ValidationError } from '../../errors/index.ts'
import { digitsOf } from '../exact-json.ts'
import { nanosecondsOf } from '../nanoseconds.ts'
import { readDecimal } from '../read-decimal.ts'
import type { Frame } from '../stream.ts'
import { isJsonObject, type JsonObject, Wire } from '../wire.ts'

/** The text of a frame. */
export function frameText(frame: Frame): string {
  return typeof frame === 'string' ? frame : new TextDecoder().decode(frame)
}

/**
 * A frame as JSON.
 *
 * @throws {ValidationError} it is none
 */
export function parseFrame(provider: string, frame: Frame): unknown {
  const text = frameText(frame)
  try {
    return JSON.parse(text)
  } catch (cause) {
    const got = JSON.stringify(text.slice(0, 60))
    throw new ValidationError({ provider, path: '', expected: 'a JSON message', got, cause })
  }
}

/**
 * Reads fields of the frames of one provider. What {@link Wire} does for answers this does for frames, of which there may be
 * tens of thousands a second: nothing is made on the way to a good value, and only a bad one is described.
 */
export class FrameFields {
  readonly #provider: string

  constructor(provider: string) {
    this.#provider = provider
  }

  /**
   * A number that the venue sends as text.
   *
   * @throws {ValidationError} it is no decimal number
   */
  decimal(row: JsonObject, key: string, path: string): number {
    const value = row[key]
    const number = typeof value === 'string' ? readDecimal(value) : Number.NaN
    return Number.isFinite(number) ? number : this.#refuse(row, key, path)
  }

  /** @throws {ValidationError} it is no number */
  number(row: JsonObject, key: string, path: string): number {
    const value = row[key]
    // 1e999 is JSON, and read as infinite.
    if (typeof value === 'number' && Number.isFinite(value)) return value
    return new Wire(this.#provider, row, path).at(key).number()
  }

  /** @throws {ValidationError} it is no text */
  text(row: JsonObject, key: string, path: string): string {
    const value = row[key]
    if (typeof value === 'string') return value
    return new Wire(this.#provider, row, path).at(key).text()
  }

  /** @throws {ValidationError} it is no list */
  list(row: JsonObject, key: string, path: string): readonly unknown[] {
    const value = row[key]
    if (Array.isArray(value)) return value
    throw new Wire(this.#provider, row, path).at(key).unlike('an array')
  }

  /** @throws {ValidationError} it is no object */
  object(value: unknown, path: string): JsonObject {
    if (isJsonObject(value)) return value
    throw new Wire(this.#provider, value, path).unlike('an object')
  }

  /** @throws {ValidationError} it is neither true nor false */
  boolean(row: JsonObject, key: string, path: string): boolean {
    const value = row[key]
    if (typeof value === 'boolean') return value
    throw new Wire(this.#provider, row, path).at(key).unlike('true or false')
  }

  /**
   * The digits of a number of an exactly parsed frame.
   *
   * @throws {ValidationError} it is no number
   */
  digits(row: JsonObject, key: string, path: string): string {
    return digitsOf(row[key]) ?? String(new Wire(this.#provider, row, path).at(key).number())
  }

  /**
   * An RFC 3339 instant, with all its digits.
   *
   * @throws {ValidationError} it is none
   */
  instant(row: JsonObject, key: string, path: string): { time: number; timeNs: string } {
    const timeNs = nanosecondsOf(this.text(row, key, path))
    if (timeNs === undefined) throw new Wire(this.#provider, row, path).at(key).unlike('an RFC 3339 time')
    return { time: Number(timeNs.slice(0, -6)), timeNs }
  }

  #refuse(row: JsonObject, key: string, path: string): number {
    return Number(new Wire(this.#provider, row, path).at(key).decimal('number'))
  }
}
