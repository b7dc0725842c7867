import * as z from 'zod'
import { freshness } from '../cache/freshness.ts'
import { defineRoute } from '../gateway/route.ts'
import { searchSchema } from '../gateway/schemas.ts'
import type { Services } from '../gateway/services.ts'
import { searchSymbols } from '../search/search-symbols.ts'

const parameters = z.strictObject({
  q: z
    .string()
    .trim()
    .min(1, 'type something to look for')
    .max(100)
    .describe('A symbol or a part of a name.'),
  limit: z.coerce.number().int().min(1).max(50).default(10),
})

export const searchRoute = (services: Services) =>
  defineRoute({
    path: '/v1/search',
    summary: 'Symbols that match a text, best first.',
    query: parameters,
    response: searchSchema,
    async answer({ query: { q, limit }, signal }) {
      const context = await services.ready()
      const load = async (untilAllLeft: AbortSignal) => {
        const matches = await searchSymbols(context, q, limit, untilAllLeft)
        return JSON.stringify({
          matches: matches.map((match) => ({ ...match, instrument: match.instrument.id })),
        })
      }
      return services.cache.get(`search ${limit} ${q}`, freshness.search, load, signal)
    },
  })
