import { answerErrors, type FaultListener, logRequests, requestIdOf } from '@starkmatter/server'
import fastify, { type FastifyInstance, LogController } from 'fastify'
import type { PlatformLog } from './log.ts'

/** An empty application: its requests are logged, and its errors answered as the gateway's are. */
export function openApp(log: PlatformLog, onFault: FaultListener): FastifyInstance {
  const app = fastify({
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
