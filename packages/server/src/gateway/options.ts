import type { Clock, Logger } from '@starkmatter/core'
import type { Registry } from 'prom-client'
import type { AlertOptions } from '../alerts/serve-alerts.ts'
import type { Bus } from '../bus/bus.ts'
import type { Cache } from '../cache/cache.ts'
import type { Identity } from '../identity/identity.ts'
import type { Leases } from '../lease/lease.ts'
import type { PaperOptions } from '../paper/paper-options.ts'
import type { Store } from '../store/store.ts'
import type { FaultListener } from './answer-errors.ts'
import type { GatewayClient } from './client.ts'

export type GatewayOptions = {
  /** Where data that is not stored comes from. A promise may be given: requests wait for it, health does not. */
  client: GatewayClient | Promise<GatewayClient>
  /** Where bars are kept. A promise may be given, as for `client`. @default createMemoryStore() */
  store?: Store | Promise<Store> | undefined
  /** Carries live data to the sockets. The gateway closes it. @default createMemoryBus() */
  bus?: Bus | undefined
  /** Who watches what, where several gateways share a bus: they must share these, too. @default createMemoryLeases() */
  leases?: Leases | undefined
  /** Keeps quotes for a second, news for 30 s and searches for a minute. @default createCache() */
  cache?: Cache | undefined
  /** @default the machine's clock */
  clock?: Clock | undefined
  /** @default silent */
  logger?: Logger | undefined
  /** Told of errors that nobody expected, which are answered with 500. @default warns through `logger` */
  onFault?: FaultListener | undefined
  /** Who is asking. @default nobody has to sign in: everybody is one local principal, who may do everything */
  identity?: Identity | undefined
  /** Origins of pages, other than those of the gateway's own host, that may call it. `'*'` allows all. @default [] */
  allowedOrigins?: readonly string[] | undefined
  /** Deadline of one REST call. @default 15000 */
  timeoutMs?: number | undefined
  /**
   * Where requests and sockets are counted, and what `/metrics` answers; `false` for neither. @default one of the gateway's own, with the
   * figures of the process
   */
  metrics?: Registry | false | undefined
  /** Where the figures are served; `false` where the application serves its registry itself. @default '/metrics' */
  metricsPath?: string | false | undefined
  /** Paper trading under `/v1/paper`. @default none */
  paper?: PaperOptions | undefined
  stream?: { [limit in keyof StreamLimits]?: StreamLimits[limit] | undefined } | undefined
  /** Alerts and where they are sent; `false` for none. @default {} */
  alerts?: AlertOptions | false | undefined
}

export type StreamLimits = {
  /** How often a socket hears from the gateway, at least. @default 15000 */
  heartbeatMs: number
  /** @default 256 */
  subscriptionsPerSocket: number
  /** How long a feed goes on after its last listener left, so that one who lost the connection can resume. @default 60000 */
  lingerMs: number
  /** How long after a gateway has died its feeds are taken over, at the longest. @default 5000 */
  takeOverMs: number
  /** Bytes waiting for one socket beyond which its data are conflated. @default 262144 */
  conflateAboveBytes: number
  /** Messages held back for one socket beyond which it is closed with 4008. @default 4096 */
  heldBackMessages: number
  /** How long one socket may accept nothing before it is closed with 4008. @default 30000 */
  stalledMs: number
}

/** The limits that were given, and the defaults of the others. */
export function streamLimits({
  heartbeatMs = 15_000,
  subscriptionsPerSocket = 256,
  lingerMs = 60_000,
  takeOverMs = 5_000,
  conflateAboveBytes = 262_144,
  heldBackMessages = 4_096,
  stalledMs = 30_000,
}: GatewayOptions['stream'] = {}): StreamLimits {
  return {
    heartbeatMs,
    subscriptionsPerSocket,
    lingerMs,
    takeOverMs,
    conflateAboveBytes,
    heldBackMessages,
    stalledMs,
  }
}
