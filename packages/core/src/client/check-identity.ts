import { ValidationError } from '../errors/index.ts'
import type { Instrument } from '../market/index.ts'
import { isJsonObject, type Provider } from '../provider/index.ts'

const usDollar = 'XNYS XNAS XASE ARCX BATS IEXG'
const euro = 'XETR XFRA XPAR XAMS XBRU XLIS XMAD XMIL XHEL XDUB XWBO'
// Only exchanges on which everything is quoted in one currency.
const currencies = new Map(
  Object.entries({
    USD: usDollar,
    EUR: euro,
    JPY: 'XTKS',
    AUD: 'XASX',
    KRW: 'XKRX XKOS',
    TWD: 'XTAI',
  }).flatMap(([currency, venues]) => venues.split(' ').map((venue) => [venue, currency] as const)),
)

/** Whether an instrument is traded in the United States. A share without an exchange is: others name theirs. */
export function isAmerican({ assetClass, venue }: Instrument): boolean {
  if (venue !== undefined) return currencies.get(venue) === 'USD'
  return assetClass === 'equity' || assetClass === 'option'
}

/** The currency that follows from what an instrument is; `undefined` where several are possible. */
function currencyOf(instrument: Instrument, isOneOfMany: boolean): string | undefined {
  if ('quote' in instrument) return instrument.quote
  if (instrument.venue !== undefined) return currencies.get(instrument.venue)
  return isOneOfMany && isAmerican(instrument) ? 'USD' : undefined
}

/**
 * Holds an answer to the question: the same instrument, bars of the length and adjustment that were asked for, prices in the
 * currency that the instrument trades in. An answer to another question is refused, so that the next provider is asked.
 * What an answer does not say is not held against it.
 *
 * @param isOneOfMany - Other providers serve the same client, so a share without an exchange must be the same share for all
 * of them; a provider that is alone is taken at its word.
 * @throws {ValidationError} with the field that differs
 */
export function checkIdentity(
  answer: unknown,
  query: unknown,
  provider: Provider,
  isOneOfMany: boolean,
): void {
  if (Array.isArray(answer)) {
    for (const [index, item] of answer.entries()) checkCurrency(item, provider, isOneOfMany, `[${index}].`)
    return
  }
  if (!isJsonObject(answer) || !isJsonObject(query)) return
  const [got, asked] = [answer.instrument, query.instrument]
  if (isInstrument(got) && isInstrument(asked) && !isSame(got, asked)) {
    throw other(provider, 'instrument', asked.id, got.id)
  }
  for (const name of ['interval', 'adjustment'] as const) {
    const [is, wanted] = [answer[name], query[name]]
    if (typeof is === 'string' && typeof wanted === 'string' && is !== wanted) {
      throw other(provider, name, wanted, is)
    }
  }
  checkCurrency(answer, provider, isOneOfMany)
}

/** Of what has prices: a company may well report in another currency than its share trades in. */
function checkCurrency(answer: unknown, provider: Provider, isOneOfMany: boolean, place = ''): void {
  if (!isJsonObject(answer) || !('priceScale' in answer)) return
  const { instrument, currency } = answer
  if (!isInstrument(instrument) || typeof currency !== 'string') return
  const expected = currencyOf(instrument, isOneOfMany)
  if (expected !== undefined && currency.toUpperCase() !== expected) {
    throw other(provider, `${place}currency`, expected, currency)
  }
}

function isInstrument(value: unknown): value is Instrument {
  return isJsonObject(value) && typeof value.id === 'string' && typeof value.assetClass === 'string'
}

/** One may say more than the other, but nothing different. */
function isSame(a: Instrument, b: Instrument): boolean {
  if (a.assetClass !== b.assetClass || a.symbol !== b.symbol) return false
  return a.venue === undefined || b.venue === undefined || a.venue === b.venue
}

function other(provider: Provider, path: string, expected: string, got: string): ValidationError {
  return new ValidationError({ provider: provider.id, path, expected, got })
}
