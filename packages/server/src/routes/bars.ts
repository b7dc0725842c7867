import { writeAnswer } from '../bars/answer.ts'
import { barsParameters, readBarsQuery } from '../bars/bars-query.ts'
import { readBars } from '../bars/read-bars.ts'
import { defineRoute } from '../gateway/route.ts'
import { barsSchema } from '../gateway/schemas.ts'
import type { Services } from '../gateway/services.ts'

export const barsRoute = (services: Services) =>
  defineRoute({
    path: '/v1/bars',
    summary: 'Bars of one instrument, oldest first.',
    query: barsParameters,
    response: barsSchema,
    async answer({ query, signal }) {
      return writeAnswer(await readBars(await services.ready(), readBarsQuery(query), signal))
    },
  })
