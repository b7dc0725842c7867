import { randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { Server } from '@modelcontextprotocol/sdk/server/index.js'
import { StreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/streamableHttp.js'
import { isInitializeRequest } from '@modelcontextprotocol/sdk/types.js'
import { BadRequestError } from '@starkmatter/core'
import { type GuardOptions, refusalOf } from './requestGuard.ts'

export type HttpOptions = {
  /** 0 takes any that is free. @default 3333 */
  port?: number | undefined
  /** @default '127.0.0.1' */
  host?: string | undefined
  /** Names that the server is reached by, beside those of this machine. */
  allowedHosts?: readonly string[] | undefined
  /** Origins of pages that may connect. @default none */
  allowedOrigins?: readonly string[] | undefined
  /** Bearer token that clients must send. @default none */
  token?: string | undefined
  /** Largest message that is read. @default 262144 */
  maxBodyBytes?: number | undefined
  /** Clients at a time; the one longest silent makes room. @default 64 */
  maxSessions?: number | undefined
}

export type HttpServer = {
  /** Where clients connect. */
  url: string
  /** Ends what is under way, then the server. */
  close(): Promise<void>
}

const path = '/mcp'

/** What is too large is read on up to here, and dropped: a client that is cut off while it sends never sees the refusal. */
const mostDropped = 16 * 2 ** 20

/**
 * Serves the protocol over streamable HTTP, one server for each client. Only this machine reaches it, unless `host` says
 * otherwise; requests by another name or from a page of another origin are turned away.
 *
 * @throws {BadRequestError} the port is in use or may not be used
 */
export async function serveHttp(connect: () => Server, options: HttpOptions = {}): Promise<HttpServer> {
  const { port = 3333, host = '127.0.0.1', maxBodyBytes = 262_144, maxSessions = 64, token } = options
  const guard: GuardOptions = {
    hosts: ['localhost', '127.0.0.1', '::1', host, ...(options.allowedHosts ?? [])].map((name) =>
      name.toLowerCase(),
    ),
    origins: options.allowedOrigins ?? [],
    token,
  }
  /** By session id, the one longest silent first. */
  const sessions = new Map<string, { server: Server; transport: StreamableHTTPServerTransport }>()

  const listener = createServer((request, response) => {
    answer(request, response).catch(() => {
      if (!response.headersSent) refuse(response, 500, 'The request failed.')
      else response.destroy()
    })
  })

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const refusal = refusalOf(request, guard)
    if (refusal) return refuse(response, refusal.status, refusal.message)
    if (request.headers.origin !== undefined) allow(request.headers.origin, response)
    if (request.method === 'OPTIONS') return void response.writeHead(204).end()
    const [pathname] = (request.url ?? '').split('?')
    if (pathname !== path) return refuse(response, 404, `The protocol is served at ${path}.`)
    const id = request.headers['mcp-session-id']
    const session = typeof id === 'string' ? sessions.get(id) : undefined
    if (session && typeof id === 'string') {
      sessions.delete(id)
      sessions.set(id, session)
    }
    if (request.method !== 'POST') {
      if (!session) return refuse(response, id === undefined ? 400 : 404, 'There is no such session.')
      return session.transport.handleRequest(request, response)
    }
    const body = await readBody(request, maxBodyBytes)
    if (body === 'too-large') {
      return refuse(response, 413, `A message has at most ${maxBodyBytes} bytes.`)
    }
    if (body === 'not-json') return refuse(response, 400, 'The body is not JSON.')
    if (session) return session.transport.handleRequest(request, response, body.json)
    if (id !== undefined) return refuse(response, 404, 'There is no such session.')
    if (!isInitializeRequest(body.json)) return refuse(response, 400, 'A session begins with initialize.')
    const transport = await begin()
    return transport.handleRequest(request, response, body.json)
  }

  async function begin(): Promise<StreamableHTTPServerTransport> {
    const server = connect()
    const transport = new StreamableHTTPServerTransport({
      sessionIdGenerator: randomUUID,
      onsessioninitialized(id) {
        for (const [silent, session] of sessions) {
          if (sessions.size < maxSessions) break
          sessions.delete(silent)
          void session.server.close()
        }
        sessions.set(id, { server, transport })
      },
    })
    server.onclose = () => {
      if (transport.sessionId !== undefined) sessions.delete(transport.sessionId)
    }
    await server.connect(transport)
    return transport
  }

  await new Promise<void>((resolve, reject) => {
    listener.once('error', (cause) => reject(explain(cause, port)))
    listener.listen(port, host, () => resolve())
  })
  const address = listener.address()
  const listening = typeof address === 'object' && address ? address.port : port
  const shown = host.includes(':') ? `[${host}]` : host
  return {
    url: `http://${shown}:${listening}${path}`,
    async close() {
      const closed = new Promise<void>((resolve) => listener.close(() => resolve()))
      await Promise.all([...sessions.values()].map(({ server }) => server.close()))
      listener.closeAllConnections()
      await closed
    },
  }
}

/** Lets a page of this origin, which passed the guard, read the answer. */
function allow(origin: string, response: ServerResponse): void {
  response.setHeader('access-control-allow-origin', origin)
  response.setHeader('vary', 'origin')
  response.setHeader('access-control-allow-methods', 'GET, POST, DELETE')
  const headers = 'authorization, content-type, last-event-id, mcp-protocol-version, mcp-session-id'
  response.setHeader('access-control-allow-headers', headers)
  response.setHeader('access-control-expose-headers', 'mcp-session-id')
}

function refuse(response: ServerResponse, status: number, message: string): void {
  const error = { jsonrpc: '2.0', id: null, error: { code: -32_000, message } }
  response.writeHead(status, {
    'content-type': 'application/json',
    ...(status === 401 && { 'www-authenticate': 'Bearer' }),
    // What is left of a body that was refused is not read.
    ...(status === 413 && { connection: 'close' }),
  })
  response.end(JSON.stringify(error))
}

async function readBody(
  request: IncomingMessage,
  most: number,
): Promise<{ json: unknown } | 'too-large' | 'not-json'> {
  if (Number(request.headers['content-length'] ?? 0) > mostDropped) return 'too-large'
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request) {
    const part = Buffer.from(chunk)
    size += part.length
    if (size > mostDropped) return 'too-large'
    if (size <= most) chunks.push(part)
  }
  if (size > most) return 'too-large'
  try {
    return { json: JSON.parse(Buffer.concat(chunks).toString('utf8')) }
  } catch {
    return 'not-json'
  }
}

function explain(cause: Error, port: number): Error {
  const code = 'code' in cause ? cause.code : undefined
  if (code !== 'EADDRINUSE' && code !== 'EACCES') return cause
  const why = code === 'EADDRINUSE' ? 'is in use' : 'may not be used by this account'
  return new BadRequestError(`Port ${port} ${why}. Set PORT, or --port, to another one.`, {
    parameter: 'PORT',
    cause,
  })
}
