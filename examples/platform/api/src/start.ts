import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { BadRequestError, StarkMatterError } from '@starkmatter/core'
import { createAnalyst, memoryResponseCache } from '@starkmatter/core/ai'
import { anthropic } from '@starkmatter/core/ai/anthropic'
import {
  countUpstream,
  createGateway,
  emptyUntilOpen,
  importCsvFolder,
  openPgliteStore,
  openPostgresStore,
  openRedis,
  type Store,
} from '@starkmatter/server'
import type { FastifyInstance } from 'fastify'
import { announceAccounts, openAccounts } from './accounts.ts'
import { openApp } from './app.ts'
import { closeApp } from './close-app.ts'
import type { Config } from './config.ts'
import { printSummary, progressPrinter } from './console.ts'
import { createDailyAllowance } from './daily-allowance.ts'
import { assertDataFolder } from './data-folder.ts'
import { openFaults, type PlatformFaults } from './faults.ts'
import { openPlatformLog, type PlatformLog } from './log.ts'
import { metricsPathOf, openMetricsApp, openRegistry } from './metrics.ts'
import { servePage } from './page.ts'
import { openClient } from './providers.ts'
import { serveReports } from './reports.ts'

export type Platform = {
  url: string
  /** Ends in good order: answers what is under way, for some seconds at the longest, then closes the sockets and the database. */
  close(): Promise<void>
}

/**
 * Starts the platform. The page is served at once; what needs the database or the network waits for it.
 *
 * @throws {BadRequestError} the port is taken, there is no folder to import from, or the database's address is not right
 * @throws {NetworkError} the database cannot be reached
 * @throws {DataFolderError} the data folder cannot be used
 */
export async function startPlatform(
  config: Config,
  log = openPlatformLog(config),
  faults?: PlatformFaults,
): Promise<Platform> {
  const { data, HOST, PORT, METRICS_PORT } = config
  if (data !== undefined) await assertDataFolder(data)
  const { onFault } = faults ?? (await openFaults(config, log))
  const app = openApp(log, onFault, config.STARKMATTER_TRUSTED_PROXIES)
  const { logger } = log
  const redis =
    config.REDIS_URL === undefined ? undefined : await openRedis({ url: config.REDIS_URL, logger })
  const { opening, isEmpty } = openStore(config)
  const filled = data === undefined ? opening : opening.then((open) => importInto(open, data, log))
  // A database that is being created holds nothing to wait for, unless something is imported into it.
  const store = isEmpty && data === undefined ? emptyUntilOpen(opening) : filled
  const accounts = openAccounts(config, opening, log)
  const registry = openRegistry(config, log)
  const client = openClient(config, countUpstream(registry, logger), redis?.limiter)
  const apiKey = config.ANTHROPIC_API_KEY
  const analyst =
    apiKey === undefined
      ? undefined
      : client.then((open) =>
          createAnalyst({ llm: anthropic({ apiKey }), client: open, cache: memoryResponseCache() }),
        )
  // Who asks for a report is told; until then it is nobody's unhandled rejection.
  analyst?.catch(() => {})
  const started = Promise.all([filled, client, redis?.ready])
  // Looked at below, once the page is served.
  started.catch(() => {})

  const figures = METRICS_PORT === undefined ? undefined : openMetricsApp(registry)

  try {
    await app.register(
      createGateway({
        ...redis?.gateway,
        ...{ client, store, logger, onFault },
        identity: accounts,
        allowedOrigins: config.STARKMATTER_ALLOWED_ORIGINS,
        metrics: registry,
        metricsPath: metricsPathOf(config),
        paper: {},
        alerts: { webhooks: { allowPrivate: config.ALERT_WEBHOOKS_PRIVATE === 'true' } },
      }),
    )
    serveReports(app, analyst, createDailyAllowance(config.REPORTS_USD_PER_DAY), accounts)
    await servePage(app, config.STARKMATTER_WEB ?? fileURLToPath(new URL('../../web/dist', import.meta.url)))
    // A data folder that cannot be used is known by now; that the database opens is not.
    await Promise.race([opening, setImmediate()])
    const url = await listen(app, HOST, PORT, 'PORT')
    if (figures && METRICS_PORT !== undefined)
      log.say(`Figures are at ${await listen(figures, HOST, METRICS_PORT, 'METRICS_PORT')}/metrics`)
    log.say(`StarkMatter is at ${url}`)
    const [, { providers }] = await started
    log.say(describeProviders(providers, config))
    await announceAccounts(accounts, url, config, log)
    return { url, close }
  } catch (error) {
    await close()
    throw error
  }

  async function close(): Promise<void> {
    await closeApp(app)
    await figures?.close()
    await client.then((open) => open.close()).catch(() => {})
    await opening.then((open) => open.close()).catch(() => {})
    await redis?.close()
  }
}

/** The server that is named, or the embedded database. */
function openStore({ DATABASE_URL: url, STARKMATTER_HOME: home }: Config): {
  opening: Promise<Store>
  isEmpty: boolean
} {
  if (url !== undefined) return { opening: openPostgresStore({ url }), isEmpty: false }
  const folder = resolve(home, 'database')
  const isEmpty = !existsSync(folder)
  return { opening: openPgliteStore({ folder }), isEmpty }
}

async function importInto(store: Store, folder: string, { say }: PlatformLog): Promise<Store> {
  say(`Importing ${folder}`)
  printSummary(await importCsvFolder({ folder, store, onProgress: progressPrinter(say) }), say)
  return store
}

async function listen(app: FastifyInstance, host: string, port: number, name: string): Promise<string> {
  try {
    await app.listen({ host, port })
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error
    if (error.code === 'EADDRINUSE') {
      throw new BadRequestError(`Port ${port} is in use. Stop what uses it, or set ${name} to another one.`, {
        parameter: name,
        cause: error,
      })
    }
    if (error.code === 'EACCES') {
      throw new BadRequestError(
        `Port ${port} may not be used by this account. Set ${name} to 1024 or above.`,
        {
          parameter: name,
          cause: error,
        },
      )
    }
    throw error
  }
  const address = app.server.address()
  const listening = typeof address === 'object' && address ? address.port : port
  return `http://${host === '0.0.0.0' || host === '::' ? 'localhost' : host}:${listening}`
}

function describeProviders(
  providers: readonly { title: string; simulated?: boolean | undefined }[],
  { data, STARKMATTER_PROVIDERS: named }: Config,
): string {
  const others = data === undefined ? 'Market data' : 'Beyond the imported data'
  const isSimulated = providers.every(({ simulated }) => simulated)
  if (!isSimulated) return `${others}: ${providers.map(({ title }) => title).join(', ')}`
  const reason = named
    ? 'as STARKMATTER_PROVIDERS asks.'
    : "as no live provider can be reached. Set a vendor's key, or connect to the network."
  return `${others}: SIMULATED, ${reason}`
}

/** One line for people about why the platform did not start. */
export function explain(error: unknown): string {
  return StarkMatterError.is(error)
    ? error.message
    : error instanceof Error
      ? (error.stack ?? error.message)
      : String(error)
}
