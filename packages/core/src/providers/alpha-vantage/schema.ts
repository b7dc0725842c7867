import { UnknownSymbolError } from '../../errors/index.ts'
import { type HttpResponse, Wire } from '../../provider/index.ts'
import { alphaVantageError } from './errors.ts'

/** The body of an answer, after a check for the sentences that stand for errors. */
export function readBody(response: HttpResponse, query: { now: number; symbol?: string }): Wire {
  const error = alphaVantageError(response, query)
  if (error) throw error
  return new Wire('alpha-vantage', response.json('alpha-vantage'))
}

/** The body about one symbol. `{}` is how a symbol is said to be unknown. */
export function readSymbolBody(response: HttpResponse, query: { now: number; symbol: string }): Wire {
  const body = readBody(response, query)
  if (body.keys().length === 0) throw new UnknownSymbolError(query.symbol, { provider: 'alpha-vantage' })
  return body
}

/** Text, where "None", "-" and "" stand for nothing. */
export function textOrNull(wire: Wire): string | null {
  const text = wire.textOrNull()
  return text === null || text === 'None' || text === '-' ? null : text
}

/** A number that is sent as text, and may be missing in any of those ways. */
export function amountOrNull(wire: Wire): number | null {
  return textOrNull(wire) === null ? null : Number(wire.decimal('number'))
}

/** A date, or one of the words for none; `0000-00-00` is one of them as well. */
export function dateOrNull(wire: Wire): string | null {
  const text = textOrNull(wire)
  return text === null || text.startsWith('0000') ? null : wire.date()
}
