import * as z from 'zod'
import { defineRoute } from '../gateway/route.ts'
import { quotesSchema } from '../gateway/schemas.ts'
import type { Services } from '../gateway/services.ts'
import { readQuotes } from '../quotes/read-quotes.ts'

const mostSymbols = 200

const parameters = z.strictObject({
  symbols: z
    .string()
    .transform((text) =>
      [...new Set(text.split(',').map((symbol) => symbol.trim()))].filter((symbol) => symbol !== ''),
    )
    .refine((symbols) => symbols.length > 0, 'name at least one symbol')
    .refine((symbols) => symbols.length <= mostSymbols, `name at most ${mostSymbols} symbols`)
    .refine((symbols) => symbols.every((symbol) => symbol.length <= 64), 'a symbol has at most 64 characters')
    .describe('Symbols, separated by commas.'),
})

export const quotesRoute = (services: Services) =>
  defineRoute({
    path: '/v1/quotes',
    summary: 'The latest quotes, in the order asked.',
    query: parameters,
    response: quotesSchema,
    async answer({ symbols }, signal) {
      const { quotes, missing } = await readQuotes(await services.ready(), symbols, signal)
      const written = quotes.map((quote) => ({ ...quote, instrument: quote.instrument.id }))
      return JSON.stringify({ quotes: written, missing })
    },
  })
