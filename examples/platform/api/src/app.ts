import { answerErrors, type FaultListener, logRequests, requestIdOf } from '@starkmatter/server'
import fastify, { type FastifyInstance, LogController } from 'fastify'
import type { PlatformLog } from './log.ts'

/**
 * An empty application: its requests are logged, and its errors answered as the gateway's are. The address of a caller is what a
 * trusted proxy says it is; what any other writes into a header is not believed.
 */
export function openApp(
  log: PlatformLog,
  onFault: FaultListener,
  trustedProxies: readonly string[] = [],
): FastifyInstance {
  const app = fastify({
    trustProxy: trustedProxies.length > 0 && [...trustedProxies],
    loggerInstance: log.pino,
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: requestIdOf,
    requestIdHeader: false,
    forceCloseConnections: 'idle',
  })
  logRequests(app)
  answerErrors(app, onFault)
  return app
}
