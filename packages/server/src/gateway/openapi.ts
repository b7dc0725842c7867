import * as z from 'zod'
import { nothing } from './input.ts'
import type { Route } from './route.ts'
import { errorSchema } from './schemas.ts'

/** The OpenAPI 3.1 document of the routes, made from the schemas that check their input. */
export function openApiDocument(routes: readonly Route[], prefix: string): Record<string, unknown> {
  const paths: Record<string, Record<string, unknown>> = {}
  for (const route of routes) {
    const path = `${prefix}${route.path.replace(/:(\w+)/g, '{$1}')}`
    paths[path] = { ...paths[path], [(route.method ?? 'GET').toLowerCase()]: operationOf(route) }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'StarkMatter gateway',
      version: '1',
      description:
        'Market data from several providers behind one address. Live data: the WebSocket at /v1/stream.',
    },
    paths,
    components: {
      securitySchemes: {
        bearer: {
          type: 'http',
          scheme: 'bearer',
          description: 'Where the gateway has accounts: an access token, or an API key.',
        },
      },
    },
  }
}

function operationOf(route: Route): Record<string, unknown> {
  const { summary, access = 'user', params = nothing, query = nothing, body, status = 200, response } = route
  return {
    summary,
    operationId: operationId(route),
    security: access === 'open' ? [] : [{ bearer: [] }, {}],
    parameters: [...parametersOf('path', params), ...parametersOf('query', query)],
    ...(body && { requestBody: { required: true, content: json(body, 'input') } }),
    responses: {
      [status]: { description: 'OK', ...(status !== 204 && { content: json(response, 'output') }) },
      default: {
        description: 'What went wrong; `code` is one of the closed set.',
        content: json(errorSchema, 'output'),
      },
    },
  }
}

/** `bars`, `postAlerts`, `deleteAlertsById`: unique as long as paths are. */
function operationId({ method = 'GET', path }: Route): string {
  const words = path
    .split('/')
    .slice(2)
    .flatMap((part) => (part.startsWith(':') ? ['by', part.slice(1)] : part.split(/\W/)))
  const [first = '', ...others] = method === 'GET' ? words : [method.toLowerCase(), ...words]
  return first + others.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('')
}

function json(schema: z.ZodType, io: 'input' | 'output') {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, { io })
  return { 'application/json': { schema: rest } }
}

function parametersOf(place: 'path' | 'query', schema: z.ZodType) {
  const { properties = {}, required = [] } = z.toJSONSchema(schema, { io: 'input' })
  return Object.entries(properties).map(([name, property]) => {
    const { description, ...rest } = typeof property === 'object' ? property : {}
    return {
      name,
      in: place,
      required: place === 'path' || required.includes(name),
      ...(description && { description }),
      schema: rest,
    }
  })
}
