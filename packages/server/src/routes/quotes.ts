import * as z from 'zod'
import { freshness } from '../cache/freshness.ts'
import { defineRoute } from '../gateway/route.ts'
import { quotesSchema } from '../gateway/schemas.ts'
import type { Services } from '../gateway/services.ts'
import { readQuotes } from '../quotes/read-quotes.ts'
import { symbolsParameter } from './symbols-parameter.ts'

const mostSymbols = 200

const parameters = z.strictObject({ symbols: symbolsParameter(mostSymbols) })

export const quotesRoute = (services: Services) =>
  defineRoute({
    path: '/v1/quotes',
    summary: 'The latest quotes, in the order asked.',
    query: parameters,
    response: quotesSchema,
    async answer({ query: { symbols }, signal }) {
      const context = await services.ready()
      const load = async (untilAllLeft: AbortSignal) => {
        const { quotes, missing } = await readQuotes(context, symbols, untilAllLeft)
        const written = quotes.map((quote) => ({ ...quote, instrument: quote.instrument.id }))
        return JSON.stringify({ quotes: written, missing })
      }
      return services.cache.get(`quotes ${symbols.join(',')}`, freshness.quotes, load, signal)
    },
  })
