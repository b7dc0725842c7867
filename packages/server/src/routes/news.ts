import * as z from 'zod'
import { readTimeBound } from '../bars/time-range.ts'
import { freshness } from '../cache/freshness.ts'
import { actionOf } from '../gateway/client.ts'
import { defineRoute } from '../gateway/route.ts'
import { newsSchema } from '../gateway/schemas.ts'
import type { Services } from '../gateway/services.ts'
import { symbolsParameter } from './symbols-parameter.ts'

const mostSymbols = 20
const mostItems = 200

const parameters = z.strictObject({
  symbols: symbolsParameter(mostSymbols).optional(),
  text: z.string().trim().min(1).max(100).optional().describe('Words that the news hold.'),
  start: z.string().max(40).optional().describe('Inclusive: `YYYY-MM-DD`, an ISO time, or ms UTC.'),
  end: z.string().max(40).optional().describe('A date is included as a whole; an instant is excluded.'),
  limit: z.coerce.number().int().min(1).max(mostItems).default(20),
})

export const newsRoute = (services: Services) =>
  defineRoute({
    path: '/v1/news',
    summary: 'News about instruments or a text, newest first.',
    query: parameters,
    response: newsSchema,
    async answer({ query, signal }) {
      const { symbols, text, start, end, limit } = query
      const { client, timeoutMs } = await services.ready()
      const asked = { symbols, text, start: boundOf('start', start), end: boundOf('end', end), limit }
      const load = async (untilAllLeft: AbortSignal) => {
        const items = await actionOf(client, 'getNews')({ ...asked, timeoutMs, signal: untilAllLeft })
        const makers = new Set(client.providers.filter((one) => one.simulated === true).map(({ id }) => id))
        const news = items.map(({ instruments, simulated = false, ...item }) => ({
          ...item,
          instruments: instruments.map(({ id }) => id),
          simulated: simulated || makers.has(item.provider),
        }))
        return JSON.stringify({ news })
      }
      return services.cache.get(`news ${JSON.stringify(asked)}`, freshness.news, load, signal)
    },
  })

function boundOf(parameter: string, text: string | undefined): string | number | undefined {
  if (text === undefined) return undefined
  const bound = readTimeBound(parameter, text)
  return bound.kind === 'date' ? bound.date : bound.time
}
