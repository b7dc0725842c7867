import { StarkMatterError } from '../errors/index.ts'
import { HttpResponse } from '../provider/index.ts'
import type { AnyHttpOperation, SampleQuery } from './sample-query.ts'

/** Digits beyond what a double holds. */
const tail = '123456789012345678'
/** Numbers of an answer that are tried, spread over it. */
const tries = 80

/** A number of the answer's text, bare or in quotes: where it stands. */
type Token = { at: number; digits: string }

/**
 * Which numbers of an answer lose digits in exact mode. Each is given more digits than a double holds, in turn; what it shows up
 * as in the result (found by changing its last digit) must be these digits. `tried` counts those that show up.
 */
export function lostDigits(
  operation: AnyHttpOperation,
  query: SampleQuery,
  answer: HttpResponse,
): { tried: number; lost: string[] } {
  const exact: SampleQuery = { ...query, numeric: 'string' }
  const read = (text: string) => amountsOf(parsed(operation, exact, answer, text))
  const known = read(answer.text)
  const all = tokensOf(answer.text)
  const step = Math.max(1, Math.floor(all.length / tries))
  const lost: string[] = []
  let tried = 0
  for (const token of all.filter((_, index) => index % step === 0)) {
    const nudged = read(replaced(answer.text, token, nudge(token.digits)))
    const shown = [...nudged].filter(([path, text]) => known.has(path) && known.get(path) !== text)
    if (shown.length === 0) continue
    const grown = grow(token.digits)
    const result = read(replaced(answer.text, token, grown))
    // What is refused is not lost.
    if (result.size === 0) continue
    tried++
    for (const [path] of shown) {
      if (result.get(path) !== grown) lost.push(`${path}: ${grown} became ${result.get(path)}`)
    }
  }
  return { tried, lost }
}

function parsed(
  operation: AnyHttpOperation,
  query: SampleQuery,
  { status, headers }: HttpResponse,
  text: string,
): unknown {
  try {
    return operation.parse(new HttpResponse({ status, headers, text }), query)
  } catch (error) {
    if (StarkMatterError.is(error)) return undefined
    throw error
  }
}

function tokensOf(text: string): Token[] {
  return Array.from(text.matchAll(/(?<=[:[,]\s*"?)-?\d+(\.\d+)?(?="?\s*[,\]}])/g), (match) => ({
    at: match.index,
    digits: match[0],
  }))
}

function replaced(text: string, { at, digits }: Token, by: string): string {
  return text.slice(0, at) + by + text.slice(at + digits.length)
}

function nudge(digits: string): string {
  const last = Number(digits.at(-1))
  return digits.slice(0, -1) + (last === 9 ? 8 : last + 1)
}

function grow(digits: string): string {
  return digits + (digits.includes('.') ? '' : '.') + tail
}

const amounts =
  /^(open|high|low|close|volume|vwap|last|bid|bidSize|ask|askSize|previousClose|change|changePercent|price|size|bids|asks)$/

/** Every price and amount of a result that is told as text, by its path. */
function amountsOf(value: unknown, path = '', found = new Map<string, string>()): Map<string, string> {
  const name = path.split('.').findLast((part) => !/^\d+$/.test(part)) ?? ''
  if (typeof value === 'string' && amounts.test(name)) found.set(path, value)
  else if (isIterable(value)) {
    for (const [index, item] of [...value].entries()) amountsOf(item, `${path}.${index}`, found)
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, item] of Object.entries(value)) amountsOf(item, `${path}.${key}`, found)
  }
  return found
}

function isIterable(value: unknown): value is Iterable<unknown> {
  return typeof value === 'object' && value !== null && Symbol.iterator in value
}
