import { defineRoute } from '../gateway/route.ts'
import { instrumentsSchema } from '../gateway/schemas.ts'
import type { Services } from '../gateway/services.ts'

export const instrumentsRoute = (services: Services) =>
  defineRoute({
    path: '/v1/instruments',
    summary: 'The imported series.',
    response: instrumentsSchema,
    async answer() {
      const { store } = await services.ready()
      const series = await store.listSeries('imported')
      const instruments = await Promise.all(
        series.map(
          async ({ id, instrument, name, interval, adjustment, timeZone, currency, provider, ...rest }) => {
            const { count: bars, first, last, issues } = rest
            const adjustable = await store.hasFactors(id)
            return {
              instrument,
              name,
              interval,
              adjustment,
              timeZone,
              currency,
              provider,
              bars,
              first,
              last,
              adjustable,
              issues,
            }
          },
        ),
      )
      return JSON.stringify({ instruments })
    },
  })
