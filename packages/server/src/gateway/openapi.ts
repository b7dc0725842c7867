import * as z from 'zod'
import type { Route } from './route.ts'
import { errorSchema } from './schemas.ts'

/** The OpenAPI 3.1 document of the routes, made from the schemas that check their input. */
export function openApiDocument(routes: readonly Route[], prefix: string): Record<string, unknown> {
  const json = (schema: z.ZodType) => {
    const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, { io: 'output' })
    return { 'application/json': { schema: rest } }
  }
  const paths = routes.map(({ path, summary, query, response }) => [
    `${prefix}${path}`,
    {
      get: {
        summary,
        operationId: path.split('/').at(-1),
        parameters: parametersOf(query),
        responses: {
          200: { description: 'OK', content: json(response) },
          default: {
            description: 'What went wrong; `code` is one of the closed set.',
            content: json(errorSchema),
          },
        },
      },
    },
  ])
  return {
    openapi: '3.1.0',
    info: {
      title: 'StarkMatter gateway',
      version: '1',
      description:
        'Market data from several providers behind one address. Live data: the WebSocket at /v1/stream.',
    },
    paths: Object.fromEntries(paths),
  }
}

function parametersOf(query: z.ZodType) {
  const { properties = {}, required = [] } = z.toJSONSchema(query, { io: 'input' })
  return Object.entries(properties).map(([name, schema]) => {
    const { description, ...rest } = typeof schema === 'object' ? schema : {}
    return {
      name,
      in: 'query',
      required: required.includes(name),
      ...(description && { description }),
      schema: rest,
    }
  })
}
