import { BadRequestError } from '../errors/index.ts'
import type { InstrumentInput } from '../market/index.ts'

/** What a parameter must be: in words, and as a test. */
type Rule = readonly [expected: string, isMet: (value: unknown, isRequired: boolean) => boolean]

/** By parameter. One that is left out is not tested, unless it is required. */
export type Rules = Readonly<Record<string, Rule>>

/** Letters of a wrong value that an error repeats. */
const mostShown = 100

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null
const isText = (value: unknown): value is string => typeof value === 'string' && value.trim() !== ''
const isSymbol = (value: unknown): value is InstrumentInput =>
  isText(value) || (isObject(value) && 'assetClass' in value)

function isListOf(value: unknown, isItem: (item: unknown) => boolean, least: number): boolean {
  // Spread, so that holes count.
  return Array.isArray(value) && value.length >= least && [...value].every(isItem)
}

const having = (...names: readonly string[]): Rule => [
  `an object with ${names.join(' and ')}`,
  (value) => isObject(value) && names.every((name) => name in value),
]
const oneOf = (...allowed: readonly string[]): Rule => [
  `one of ${allowed.join(', ')}`,
  (value) => allowed.some((one) => one === value),
]
const wholeNumber: Rule = [
  'a whole number of at least 1',
  (value) => Number.isSafeInteger(value) && Number(value) > 0,
]
const text: Rule = ['a text', isText]
const time: Rule = [
  'ms UTC, a Date, an ISO time or YYYY-MM-DD',
  (value) => typeof value === 'number' || isText(value) || value instanceof Date,
]

/** Of calls and live feeds: a name means the same wherever it stands. */
export const callRules: Rules = {
  symbol: ['a symbol or an instrument', isSymbol],
  symbols: [
    'a list of symbols or instruments, at least one',
    (value, isRequired) => isListOf(value, isSymbol, isRequired ? 1 : 0),
  ],
  interval: text,
  start: time,
  end: time,
  since: ['ms UTC', (value) => Number.isSafeInteger(value)],
  limit: wholeNumber,
  depth: wholeNumber,
  bufferSize: wholeNumber,
  numeric: oneOf('number', 'string'),
  adjustment: oneOf('raw', 'splits', 'splits+dividends'),
  extendedHours: ['true or false', (value) => typeof value === 'boolean'],
  period: oneOf('annual', 'quarterly', 'trailing'),
  expiry: ['a date like 2026-12-18', (value) => isText(value) && /^\d{4}-\d\d-\d\d$/.test(value)],
  market: text,
  text,
  timeoutMs: ['a number above 0', (value) => typeof value === 'number' && value > 0],
  signal: having('aborted', 'addEventListener'),
  providers: ['a list of ids, at least one', (value) => isListOf(value, isText, 1)],
}

const ofCode: Rule = ['a function', (value) => typeof value === 'function']

/** Of what a client is made. */
export const setupRules: Rules = {
  fetch: ofCode,
  WebSocket: ofCode,
  random: ofCode,
  files: having('list', 'read'),
  limiter: having('reserve', 'pause'),
  logger: having('debug', 'warn'),
  cache: [
    '{ maxBars }, a number of at least 0',
    (value) =>
      isObject(value) && 'maxBars' in value && typeof value.maxBars === 'number' && value.maxBars >= 0,
  ],
}

/**
 * Refuses options that cannot be right whatever they are for: wrong kinds of values, and numbers out of range.
 *
 * @throws {BadRequestError} one of them breaks its rule, or is required and not there; the error names it and its value
 */
export function assertOptions(options: unknown, rules: Rules, ...required: readonly string[]): void {
  if (!isObject(options)) refuse('options', 'an object', options)
  for (const [name, [expected, isMet]] of Object.entries(rules)) {
    const value: unknown = Reflect.get(options, name)
    const isRequired = required.includes(name)
    if ((value !== undefined || isRequired) && !isMet(value, isRequired)) refuse(name, expected, value)
  }
}

function refuse(parameter: string, expected: string, got: unknown): never {
  throw new BadRequestError(`"${parameter}" must be ${expected}, but is ${show(got)}.`, { parameter })
}

/** Short enough for an error, whatever it is. */
function show(value: unknown): string {
  if (typeof value === 'string') return `"${shorten(value)}"`
  if (Array.isArray(value)) return `[${shorten(value.slice(0, mostShown).map(show).join())}]`
  return isObject(value) ? 'an object' : shorten(String(value))
}

function shorten(text: string): string {
  return text.length > mostShown ? `${text.slice(0, mostShown)}…` : text
}
