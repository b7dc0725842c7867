import { existsSync } from 'node:fs'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'

const oneYear = 'public, max-age=31536000, immutable'

/** Serves the built page; every path that is not a file leads to it, as the page has routes of its own. */
export async function servePage(app: FastifyInstance, folder: string): Promise<void> {
  if (!existsSync(join(folder, 'index.html'))) {
    app.get('/', async (_request, reply) => {
      reply.type('text/plain; charset=utf-8')
      return `The gateway runs, but its page is not built: there is no index.html in ${folder}. Try /v1/openapi.json.\n`
    })
    return
  }
  await app.register(fastifyStatic, {
    root: folder,
    wildcard: false,
    cacheControl: false,
    setHeaders(reply, path) {
      reply.header('x-content-type-options', 'nosniff')
      reply.header('referrer-policy', 'no-referrer')
      // Names in assets carry a hash of their content.
      reply.header('cache-control', path.includes('/assets/') ? oneYear : 'no-cache')
    },
  })
  app.setNotFoundHandler((request, reply) => {
    const wantsPage = request.method === 'GET' && request.headers.accept?.includes('text/html')
    if (wantsPage) return reply.sendFile('index.html')
    return reply
      .code(404)
      .send({ error: { code: 'NOT_FOUND', message: `There is no ${request.url}.`, retryable: false } })
  })
}
