import type { FastifyInstance, FastifyRequest } from 'fastify'
import type * as z from 'zod'
import { type Access, admit } from '../identity/access.ts'
import type { Identity } from '../identity/identity.ts'
import type { Principal } from '../identity/principal.ts'
import { nameCaller } from '../log/request-context.ts'
import { nothing, readBody, readInput } from './input.ts'
import { isAllowedOrigin } from './origins.ts'

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/** What a route works on: input that its schemas have read, and who asks. */
export type Call<params = unknown, query = unknown, body = unknown> = {
  params: params
  query: query
  body: body
  principal: Principal
  /** Aborted when the caller goes away. */
  signal: AbortSignal
  caller: Caller
}

/** Where a call comes from, for the few routes that look at it. */
export type Caller = {
  /** The address of the nearest peer, or the client's as far as the application trusts a proxy. */
  address: string
  userAgent: string | undefined
  cookie: string | undefined
  /** Whether the caller speaks https. The origin of a page tells, where a proxy ends the encryption. */
  isSecure: boolean
  /** False where a browser says that a page of another host asks. */
  isOwnPage: boolean
}

/** JSON text, so that rows which the database wrote are not parsed in between; with headers where an answer needs them. */
export type Answer = string | { text: string; headers: Readonly<Record<string, string>> }

/** One route: what it takes, what it answers, and how. The OpenAPI document is made of these. */
export type Route<
  params extends z.ZodType = z.ZodType,
  query extends z.ZodType = z.ZodType,
  body extends z.ZodType = z.ZodType,
> = {
  /** @default 'GET' */
  method?: Method | undefined
  /** Named parts begin with a colon: `/v1/alerts/:id`. */
  path: string
  summary: string
  /** Who may call it. @default 'user' */
  access?: Access | undefined
  /** The named parts of the path. @default none */
  params?: params | undefined
  /** @default none */
  query?: query | undefined
  /** JSON of at most 64 KiB. @default none */
  body?: body | undefined
  /** Of an answer that is no error; 204 and 303 have no text. @default 200 */
  status?: 200 | 201 | 202 | 204 | 303 | undefined
  response: z.ZodType
  answer(call: Call<z.output<params>, z.output<query>, z.output<body>>): Promise<Answer>
}

const maxBodyBytes = 65_536

/** Keeps the types of a route's input from its schemas to its answer. */
export function defineRoute<
  params extends z.ZodType = typeof nothing,
  query extends z.ZodType = typeof nothing,
  body extends z.ZodType = typeof nothing,
>(route: Route<params, query, body>): Route<params, query, body> {
  return route
}

/** Serves a route. Who may not call it is turned away before anything else of the request is read. */
export function addRoute(app: FastifyInstance, route: Route, identity: Identity | undefined): void {
  const { method = 'GET', path: url, access = 'user', status = 200 } = route
  const { params = nothing, query = nothing, body = nothing } = route
  const principals = new WeakMap<FastifyRequest, Principal>()

  app.route({
    method,
    url,
    bodyLimit: maxBodyBytes,
    async onRequest(request) {
      const principal = await admit(identity, access, request.headers.authorization)
      principals.set(request, principal)
      if (identity) nameCaller(principal.id)
    },
    async handler(request, reply) {
      const principal = principals.get(request)
      if (!principal) throw new Error('onRequest did not run.')
      const abort = new AbortController()
      reply.raw.on('close', () => abort.abort())
      const answer = await route.answer({
        params: readInput(params, request.params, 'path'),
        query: readInput(query, request.query, 'query'),
        body: readBody(body, request.body),
        principal,
        signal: abort.signal,
        caller: callerOf(request),
      })
      const { text, headers } = typeof answer === 'string' ? { text: answer, headers: {} } : answer
      reply.code(status).headers(headers)
      return status === 204 || status === 303
        ? reply.send()
        : reply.type('application/json; charset=utf-8').send(text)
    },
  })
}

function callerOf({ ip, protocol, headers }: FastifyRequest): Caller {
  return {
    address: ip,
    userAgent: headers['user-agent'],
    cookie: headers.cookie,
    isSecure: protocol === 'https' || headers.origin?.startsWith('https:') === true,
    isOwnPage: isAllowedOrigin(headers.origin, headers.host, []),
  }
}
