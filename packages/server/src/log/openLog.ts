import type { Writable } from 'node:stream'
import { ecsFormat } from '@elastic/ecs-pino-format'
import type { Logger } from '@starkmatter/core'
import type { FastifyBaseLogger } from 'fastify'
import { pino } from 'pino'
import { boundedOutput } from './bounded-output.ts'
import { plainLine } from './plain-line.ts'
import { currentRequest } from './request-context.ts'
import { createScrubber, type Scrubber } from './scrubber.ts'

export type LogOptions = {
  /** @default 'info' */
  level?: 'silent' | 'error' | 'warn' | 'info' | 'debug' | undefined
  /**
   * `ecs`: one JSON object a line, with the fields of the Elastic Common Schema, for machines; `plain`: one readable line, for people.
   *
   * @default 'ecs'
   */
  format?: 'ecs' | 'plain' | undefined
  /** What `service.version` says. */
  version?: string | undefined
  /** Bytes that may wait for a reader who has fallen behind. Beyond it lines are dropped and counted. @default 1048576 */
  maxWaitingBytes?: number | undefined
  /** @default process.stdout */
  stream?: Writable | undefined
}

/** A log that neither throws, nor waits, nor tells a secret. */
export type Log = Pick<Scrubber, 'hide' | 'scrub' | 'scrubValue'> & {
  /** For Fastify: `fastify({ loggerInstance: log.pino })`. */
  pino: FastifyBaseLogger
  /** For `createClient` and `createGateway`: their facts go below `starkmatter`, so that they cannot meet fields of the schema. */
  logger: Logger
  /** Lines that were dropped. */
  dropped(): number
  /** Waits until the lines are out, for `deadlineMs` at the longest. */
  flush(deadlineMs: number): Promise<void>
}

/** Longer ones say less, and no collector takes them. */
const longestLine = 65_536

/**
 * Opens a log for a gateway and its application, written by pino.
 *
 * @example
 * const log = openLog({ level: 'info' })
 * log.hide('the key of a vendor')
 * const app = fastify({ loggerInstance: log.pino })
 */
export function openLog(options: LogOptions = {}): Log {
  const { level = 'info', format = 'ecs', version, stream = process.stdout } = options
  const { maxWaitingBytes = 1_048_576 } = options
  const scrubber = createScrubber()
  const toLine = (entry: Readonly<Record<string, unknown>>) =>
    format === 'plain' ? plainLine(entry) : `${JSON.stringify(entry)}\n`
  const output = boundedOutput(stream, maxWaitingBytes, (lines) =>
    toLine({
      'log.level': 'warn',
      '@timestamp': new Date().toISOString(),
      message: `${lines} lines of the log were dropped: what reads it fell behind.`,
    }),
  )

  const written = pino(
    {
      ...ecsFormat({
        serviceName: 'starkmatter',
        apmIntegration: false,
        ...(version !== undefined && { serviceVersion: version }),
      }),
      level,
      mixin: () => currentRequest() ?? {},
      hooks: {
        logMethod(args, method) {
          try {
            method.apply(this, args)
          } catch {
            // An error whose stack throws, a value that has no text: what failed is then told without it.
            method.call(this, 'A line could not be written: its facts cannot be read.')
          }
        },
      },
    },
    {
      write(line: string) {
        const text = line.length > longestLine ? withoutFacts(line) : line
        // Parsed even so: a name that a request's own logger says again must not stand there twice.
        const said: unknown = JSON.parse(text)
        const entry = scrubber.isClean(text) ? said : scrubber.scrubValue(said)
        if (isRecord(entry)) output.write(toLine(entry))
      },
    },
  )
  return {
    ...scrubber,
    pino: written,
    logger: {
      debug: (message, facts) => written.debug({ starkmatter: facts }, message),
      warn: (message, facts) => written.warn({ starkmatter: facts }, message),
    },
    dropped: output.dropped,
    flush: output.flush,
  }
}

/** What is left of a line that is too long: where and when it was, and how it began. */
function withoutFacts(line: string): string {
  const { '@timestamp': time, 'log.level': level, message } = JSON.parse(line)
  const begin = `${String(message).slice(0, 1_024)} (a line of ${line.length} characters, cut)`
  return JSON.stringify({ 'log.level': level, '@timestamp': time, message: begin })
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
