import {
  InvalidKeyError,
  NotEntitledError,
  QuotaExhaustedError,
  RateLimitError,
  type StarkMatterError,
  UnknownSymbolError,
} from '../../errors/index.ts'
import { type HttpResponse, isJsonObject, jsonOrUndefined, statusError } from '../../provider/index.ts'

const provider = 'alpha-vantage'
const notices = new Set(['Note', 'Information', 'Error Message'])

/**
 * Alpha Vantage refuses with HTTP 200 and a sentence. What it says is told apart by its words; the sentence itself is never
 * repeated, because it may contain the key.
 */
export function alphaVantageError(
  response: HttpResponse,
  query: { now: number; symbol?: string },
): StarkMatterError | undefined {
  const failed = statusError(provider, response, query.now)
  if (failed) return failed
  // Real answers are long; a notice is a sentence.
  const body = response.text.length < 4000 ? jsonOrUndefined(response) : undefined
  if (!isJsonObject(body)) return undefined
  const names = Object.keys(body)
  if (names.length === 0 || !names.every((name) => notices.has(name))) return undefined
  return noticeError(Object.values(body).join(' '), query.symbol)
}

function noticeError(notice: string, symbol = ''): StarkMatterError {
  if (/spreading out|per second|calls? per minute|requests? per minute|call frequency/i.test(notice)) {
    const retryAfterMs = /per second/i.test(notice) ? 1_000 : 60_000
    return new RateLimitError('alpha-vantage refuses more requests for now. Ask less often.', {
      provider,
      retryAfterMs,
    })
  }
  if (/per day|daily (rate )?limit/i.test(notice)) {
    return new QuotaExhaustedError(
      'alpha-vantage: the requests of the day are used up. Wait for tomorrow, or use a larger plan.',
      { provider },
    )
  }
  if (/demo.{0,20}api key|api ?key.{0,40}(invalid|missing)|claim your free api key/i.test(notice)) {
    return new InvalidKeyError('alpha-vantage does not accept the key. Claim one at alphavantage.co.', {
      provider,
    })
  }
  if (/premium|subscribe|entitle/i.test(notice)) {
    return new NotEntitledError('alpha-vantage: this belongs to the premium plans.', { provider })
  }
  return new UnknownSymbolError(symbol, {
    provider,
    hint: 'Check the spelling, or look it up with searchSymbols; the range or interval may be wrong as well.',
  })
}
