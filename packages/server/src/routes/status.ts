import { defineRoute } from '../gateway/route.ts'
import { statusSchema } from '../gateway/schemas.ts'
import type { Services } from '../gateway/services.ts'

export const statusRoute = (services: Services) =>
  defineRoute({
    path: '/v1/status',
    summary: 'Where this gateway’s data come from: providers in the order asked, and what was imported.',
    response: statusSchema,
    async answer() {
      const { client, store } = await services.ready()
      const imported = await store.listSeries('imported')
      const providers = client.providers.map(({ id, title, simulated = false, delayedMs = null }) => ({
        id,
        title,
        simulated,
        delayedMs,
      }))
      return JSON.stringify({
        providers,
        simulated: providers.length > 0 && providers.every(({ simulated }) => simulated),
        imported: { series: imported.length, bars: imported.reduce((sum, { count }) => sum + count, 0) },
        store: store.driver,
      })
    },
  })
