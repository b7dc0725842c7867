import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'

export type FakeRequest = {
  method: string
  url: URL
  headers: Readonly<Record<string, string | undefined>>
  body: string
  /** Set while the venue is told to send bars twice, or out of order: the routes that have bars obey. */
  disorder: 'duplicates' | 'unordered' | undefined
}

export type FakeAnswer = {
  /** @default 200 */
  status?: number | undefined
  headers?: Readonly<Record<string, string | readonly string[]>> | undefined
  /** Sent as JSON. */
  json?: unknown
  /** Sent as it is, where there is no `json`. */
  text?: string | undefined
}

/** Answers a request, or passes it on to the next route. */
export type FakeRoute = (request: FakeRequest) => FakeAnswer | undefined

/** How a venue can fail. */
export type Fault =
  | {
      kind: 'status'
      status: number
      headers?: Readonly<Record<string, string>> | undefined
      text?: string | undefined
    }
  | { kind: 'delay'; ms: number }
  /** The connection is accepted, and nothing ever comes. */
  | { kind: 'silence' }
  /** The connection is cut. */
  | { kind: 'reset' }
  | { kind: 'html' }
  | { kind: 'truncated' }
  | { kind: 'empty' }
  /** `NaN` in the place of a price, as some servers write it, which is not JSON. */
  | { kind: 'nan' }
  | { kind: 'duplicates' }
  | { kind: 'unordered' }

export type FakeVenue = {
  /** `http://127.0.0.1:port` */
  url: string
  /** Everything that was asked, in order. */
  requests: readonly FakeRequest[]
  /** Fails from now on, or only the next `times` requests, or only those whose path matches. */
  fail(fault: Fault, options?: { times?: number | undefined; path?: RegExp | undefined }): void
  /** Works again. */
  heal(): void
  close(): Promise<void>
  [Symbol.asyncDispose](): Promise<void>
}

type Planned = { fault: Fault; left: number; path: RegExp | undefined }

/**
 * A venue for tests: a real HTTP server on 127.0.0.1, which answers by the first route that knows the request, counts what it
 * was asked, and fails when told to.
 *
 * @example
 * await using venue = await createFakeVenue([() => ({ json: { ok: true } })])
 * venue.fail({ kind: 'status', status: 503 }, { times: 2 })
 */
export async function createFakeVenue(routes: readonly FakeRoute[]): Promise<FakeVenue> {
  const requests: FakeRequest[] = []
  let planned: Planned[] = []

  const faultFor = (path: string): Fault | undefined => {
    const plan = planned.find((one) => one.left > 0 && (one.path?.test(path) ?? true))
    if (plan) plan.left -= 1
    return plan?.fault
  }

  const serve = async (incoming: IncomingMessage, outgoing: ServerResponse) => {
    const url = new URL(incoming.url ?? '/', 'http://127.0.0.1')
    const fault = faultFor(url.pathname)
    const kind = fault?.kind
    const request: FakeRequest = {
      method: incoming.method ?? 'GET',
      url,
      headers: Object.fromEntries(
        Object.entries(incoming.headers).map(([name, value]) => [
          name,
          Array.isArray(value) ? value.join() : value,
        ]),
      ),
      body: await readBody(incoming),
      disorder: kind === 'duplicates' || kind === 'unordered' ? kind : undefined,
    }
    requests.push(request)
    if (fault?.kind === 'silence') return
    if (fault?.kind === 'reset') {
      incoming.socket.destroy()
      return
    }
    if (fault?.kind === 'delay') await new Promise((resolve) => setTimeout(resolve, fault.ms))
    if (fault?.kind === 'status') {
      outgoing.writeHead(fault.status, { 'content-type': 'text/plain', ...fault.headers })
      outgoing.end(fault.text ?? '')
      return
    }
    const answer = firstAnswer(routes, request)
    const text = answer.json === undefined ? (answer.text ?? '') : JSON.stringify(answer.json)
    const type = answer.json === undefined ? 'text/plain' : 'application/json'
    for (const [name, value] of Object.entries(answer.headers ?? {})) {
      outgoing.setHeader(name, typeof value === 'string' ? value : [...value])
    }
    if (!outgoing.hasHeader('content-type')) outgoing.setHeader('content-type', type)
    outgoing.writeHead(answer.status ?? 200)
    outgoing.end(spoil(text, kind))
  }

  const server = createServer((incoming, outgoing) => {
    serve(incoming, outgoing).catch((error: unknown) => {
      outgoing.writeHead(599)
      outgoing.end(`The fake venue itself failed: ${error}`)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve())
      server.closeAllConnections()
    })

  return {
    url: `http://127.0.0.1:${port}`,
    requests,
    fail(fault, { times = Number.POSITIVE_INFINITY, path } = {}) {
      planned.push({ fault, left: times, path })
    },
    heal() {
      planned = []
    },
    close,
    [Symbol.asyncDispose]: close,
  }
}

function firstAnswer(routes: readonly FakeRoute[], request: FakeRequest): FakeAnswer {
  for (const route of routes) {
    const answer = route(request)
    if (answer) return answer
  }
  return { status: 404, text: 'There is nothing here.' }
}

function spoil(text: string, kind: Fault['kind'] | undefined): string {
  switch (kind) {
    case 'html':
      return '<!doctype html><html><body><h1>Sorry, something went wrong.</h1></body></html>'
    case 'truncated':
      return text.slice(0, Math.floor(text.length * 0.6))
    case 'empty':
      return ''
    case 'nan':
      return text.replace(/-?\d+\.\d+/, 'NaN')
    default:
      return text
  }
}

async function readBody(incoming: IncomingMessage): Promise<string> {
  let text = ''
  for await (const chunk of incoming) text += String(chunk)
  return text
}

/** Puts rows into the disorder that the venue was told to send. */
export function disordered<row>(rows: readonly row[], disorder: FakeRequest['disorder']): row[] {
  const middle = rows.length >> 1
  const [first, second] = [rows[middle], rows[middle + 1]]
  if (first === undefined || second === undefined) return [...rows]
  if (disorder === 'duplicates') return rows.toSpliced(middle, 0, first)
  return disorder === 'unordered' ? rows.with(middle, second).with(middle + 1, first) : [...rows]
}
