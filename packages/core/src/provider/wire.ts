import { ValidationError } from '../errors/index.ts'
import type { Numeric, NumericMode } from '../market/index.ts'
import { digitsOf } from './exact-json.ts'

const identifier = /^[A-Za-z_$][\w$]*$/
const decimal = /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/

/** Any JSON object. */
export type JsonObject = Readonly<Record<string, unknown>>

type FieldNames = Readonly<Record<string, string>>
type Fields<fields extends FieldNames, value> = { -readonly [name in keyof fields]: value }

/** Whether a value is a JSON object: not an array, not `null`. */
export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/**
 * A value of an answer together with the way to it, so that whatever is wrong is named precisely.
 *
 * Reading never guesses: a value of the wrong type throws, `null` and a missing field are `null` where `OrNull` is asked.
 *
 * @example
 * new Wire('kraken', { result: [1] }).at('result').at(0).number() // 1
 */
export class Wire {
  readonly provider: string
  readonly value: unknown
  readonly path: string

  constructor(provider: string, value: unknown, path = '') {
    this.provider = provider
    this.value = value
    this.path = path
  }

  /** The field or element below this one, absent ones included. */
  at(key: string | number): Wire {
    const { value } = this
    if (typeof key === 'number') {
      if (!Array.isArray(value)) throw this.unlike('an array')
      return new Wire(this.provider, value[key], `${this.path}[${key}]`)
    }
    if (!isJsonObject(value)) throw this.unlike('an object')
    return new Wire(this.provider, Object.hasOwn(value, key) ? value[key] : undefined, this.pathTo(key))
  }

  /** The field below, and "absent" as well where this very value is absent. */
  maybe(key: string): Wire {
    return this.isAbsent ? new Wire(this.provider, undefined, this.pathTo(key)) : this.at(key)
  }

  get isAbsent(): boolean {
    return this.value === undefined || this.value === null
  }

  items(): Wire[] {
    const { value, path, provider } = this
    if (!Array.isArray(value)) throw this.unlike('an array')
    return value.map((item, index) => new Wire(provider, item, `${path}[${index}]`))
  }

  /** The elements; none where the array is absent. */
  itemsOrNone(): Wire[] {
    return this.isAbsent ? [] : this.items()
  }

  entries(): [key: string, value: Wire][] {
    return this.keys().map((key) => [key, this.at(key)])
  }

  keys(): string[] {
    if (!isJsonObject(this.value)) throw this.unlike('an object')
    return Object.keys(this.value)
  }

  text(): string {
    const { value } = this
    if (typeof value !== 'string' || digitsOf(value) !== undefined) throw this.unlike('text')
    return value
  }

  /** Text; `null` where it is absent or empty. */
  textOrNull(): string | null {
    return this.isAbsent ? null : this.text() || null
  }

  number(): number {
    const number = Number(this.digits())
    if (!Number.isFinite(number)) throw this.unlike('a finite number')
    return number
  }

  numberOrNull(): number | null {
    return this.isAbsent ? null : this.number()
  }

  /** A number in the caller's mode: as a number, or as the digits that were sent. */
  numeric(mode: NumericMode): Numeric<NumericMode> {
    const number = this.number()
    return mode === 'string' ? this.digits() : number
  }

  numericOrNull(mode: NumericMode): Numeric<NumericMode> | null {
    return this.isAbsent ? null : this.numeric(mode)
  }

  /** Several numbers below, each `null` where it (or this value itself) is absent: `{ ours: 'theirs' }`. */
  numbers<const fields extends FieldNames>(fields: fields): Fields<fields, number | null> {
    return this.fields(fields, (wire) => wire.numberOrNull())
  }

  /** Several numbers in the caller's mode. */
  numerics<const fields extends FieldNames>(
    mode: NumericMode,
    fields: fields,
  ): Fields<fields, Numeric<NumericMode> | null> {
    return this.fields(fields, (wire) => wire.numericOrNull(mode))
  }

  /** Several texts. */
  texts<const fields extends FieldNames>(fields: fields): Fields<fields, string | null> {
    return this.fields(fields, (wire) => wire.textOrNull())
  }

  /** Reads several fields below with one reader. */
  fields<const fields extends FieldNames, value>(
    fields: fields,
    read: (wire: Wire) => value,
  ): Fields<fields, value> {
    const pairs = Object.entries(fields).map(([ours, theirs]) => [ours, read(this.maybe(theirs))])
    // Object.fromEntries forgets the names that it is given; they are those of `fields`.
    return Object.fromEntries(pairs) as Fields<fields, value>
  }

  /** A number that the vendor sends as text, in the caller's mode. */
  decimal(mode: NumericMode): Numeric<NumericMode> {
    const text = this.text().trim()
    if (!decimal.test(text) || !Number.isFinite(Number(text))) throw this.unlike('a decimal number as text')
    return mode === 'string' ? text : Number(text)
  }

  /** `YYYY-MM-DD`, of a day that exists. */
  date(): string {
    const text = this.text()
    const time = /^\d{4}-\d\d-\d\d$/.test(text) ? Date.parse(text) : Number.NaN
    // Engines read 30 February as 1 March.
    if (new Date(time).getUTCDate() !== Number(text.slice(8))) throw this.unlike('a date (YYYY-MM-DD)')
    return text
  }

  dateOrNull(): string | null {
    return this.textOrNull() === null ? null : this.date()
  }

  /** An ISO 8601 instant, in ms UTC; UTC also where no zone is told. */
  instant(): number {
    const text = this.text()
    // Engines take a time without a zone for the machine's own; venues mean UTC.
    const time = Date.parse(/[T ][\d:.]+$/.test(text) ? `${text}Z` : text)
    if (Number.isNaN(time)) throw this.unlike('an ISO 8601 time')
    return time
  }

  /** The error for a value that is not what the contract says. */
  unlike(expected: string): ValidationError {
    const { provider, path, value } = this
    return new ValidationError({ provider, path, expected, got: describe(value) })
  }

  private digits(): string {
    const digits = digitsOf(this.value)
    if (digits === undefined) throw this.unlike('a number')
    return digits
  }

  private pathTo(key: string): string {
    if (!identifier.test(key)) return `${this.path}[${JSON.stringify(key)}]`
    return this.path ? `${this.path}.${key}` : key
  }
}

/** A value in few words, for an error message. */
function describe(value: unknown): string {
  if (value === undefined) return 'nothing'
  if (Array.isArray(value)) return `an array of ${value.length}`
  if (typeof value === 'object' && value !== null) return 'an object'
  const digits = digitsOf(value)
  if (digits !== undefined) return digits
  return typeof value === 'string' ? JSON.stringify(value.slice(0, 60)) : String(value)
}
