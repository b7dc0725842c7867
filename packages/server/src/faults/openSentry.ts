import { BadRequestError, UnsupportedError } from '@starkmatter/core'

/** Where errors are told that nobody expected. */
export type Faults = {
  /** Never throws and never waits. Facts are names and numbers, not what a caller sent. */
  report(error: unknown, facts?: Readonly<Record<string, string>>): void
  /** Waits until what was reported is sent, for `deadlineMs` at the longest, and ends. */
  close(deadlineMs: number): Promise<void>
}

export type SentryOptions = {
  /** The project's address, `https://key@host/42`. */
  dsn: string
  /** Which build this is. */
  release?: string | undefined
  /** @default 'production' */
  environment?: string | undefined
  /** Applied to all that is sent, as the last step. Take a log's `scrubValue`. */
  scrubValue: (value: unknown) => unknown
  /** Deadline of one report, in milliseconds. @default 5000 */
  timeoutMs?: number | undefined
}

/** Reports that may be under way at once; what comes beyond them in a storm of errors is dropped. */
const mostUnderWay = 16

/**
 * Tells faults to Sentry: the error with its causes and stacks, the release and the given facts. Nothing of the request, the machine,
 * the environment or the console goes with it, as none of Sentry's integrations that collect it are on.
 *
 * Needs the package `@sentry/core` (an optional peer): it makes the same reports as `@sentry/node`, without the instrumentation that
 * weighs five times as much.
 *
 * @throws {BadRequestError} the address is none; it is not repeated, as it holds a key
 * @throws {UnsupportedError} the package `@sentry/core` is not installed
 * @example
 * const log = openLog()
 * const faults = await openSentry({ dsn: 'https://key@sentry.example/42', scrubValue: log.scrubValue })
 * faults.report(new Error('It broke'), { route: '/v1/bars' })
 * await faults.close(2_000)
 */
export async function openSentry(options: SentryOptions): Promise<Faults> {
  const { dsn, release, environment = 'production', scrubValue, timeoutMs = 5_000 } = options
  const url = URL.canParse(dsn) ? new URL(dsn) : undefined
  if (!url || !/^https?:$/.test(url.protocol) || url.username === '' || !/\/\d+$/.test(url.pathname))
    throw new BadRequestError(
      'The address of Sentry must look like https://key@host/42. It is not repeated here, as it holds a key.',
      { parameter: 'dsn' },
    )
  const { core, server } = await loadSentry()
  const client = new server.ServerRuntimeClient({
    dsn,
    environment,
    ...(release !== undefined && { release }),
    platform: 'node',
    runtime: { name: 'node', version: process.version },
    stackParser: core.createStackParser(server.nodeStackLineParser()),
    integrations: [core.linkedErrorsIntegration(), core.dedupeIntegration()],
    sendDefaultPii: false,
    beforeSend: (event) => Object.assign(event, scrubValue({ ...event })),
    transport: ({ url: to, headers, recordDroppedEvent }) =>
      core.createTransport({ recordDroppedEvent, bufferSize: mostUnderWay }, async ({ body }) => {
        const response = await fetch(to, {
          method: 'POST',
          body: typeof body === 'string' ? body : new Uint8Array(body),
          ...(headers && { headers }),
          signal: AbortSignal.timeout(timeoutMs),
        })
        await response.body?.cancel()
        const named = (name: string) => response.headers.get(name)
        return {
          statusCode: response.status,
          headers: {
            'x-sentry-rate-limits': named('x-sentry-rate-limits'),
            'retry-after': named('retry-after'),
          },
        }
      }),
  })
  client.init()
  return {
    report(error, facts = {}) {
      try {
        const scope = new core.Scope()
        scope.setTags({ ...facts })
        client.captureException(error, { originalException: error }, scope)
      } catch {
        // What reports faults must not be one.
      }
    },
    async close(deadlineMs) {
      await client.close(deadlineMs)
    },
  }
}

async function loadSentry() {
  try {
    const [core, server] = await Promise.all([import('@sentry/core'), import('@sentry/core/server')])
    return { core, server }
  } catch (cause) {
    throw new UnsupportedError('Reports to Sentry need its package. Install it: npm i @sentry/core', {
      cause,
    })
  }
}
