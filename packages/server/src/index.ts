export type { WebhookOptions } from './alerts/deliver/dispatcher.ts'
export type { AlertOptions } from './alerts/serve-alerts.ts'
export type { Bus, BusMessage, Replay } from './bus/bus.ts'
export { createMemoryBus, type MemoryBusOptions } from './bus/memory-bus.ts'
export { type RedisBusOptions, redisBus } from './bus/redisBus.ts'
export type { Cache, Freshness, KeptText, SharedTexts } from './cache/cache.ts'
export { type CacheOptions, createCache } from './cache/createCache.ts'
export { redisTexts } from './cache/redisTexts.ts'
export { type Faults, openSentry, type SentryOptions } from './faults/openSentry.ts'
export { answerErrors, type FaultFacts, type FaultListener } from './gateway/answer-errors.ts'
export type { GatewayAction, GatewayClient } from './gateway/client.ts'
export { createGateway } from './gateway/createGateway.ts'
export { type ErrorBody, statusOf } from './gateway/errors.ts'
export type { GatewayOptions, StreamLimits } from './gateway/options.ts'
export { type Answer, type Call, type Caller, defineRoute, type Method, type Route } from './gateway/route.ts'
export { AccessError } from './identity/AccessError.ts'
export { type Access, admit } from './identity/access.ts'
export type { Registration } from './identity/accounts-context.ts'
export { type AttemptLimiter, type AttemptLimits, createMemoryAttempts } from './identity/attempts.ts'
export { type Accounts, type AccountsOptions, createAccounts } from './identity/createAccounts.ts'
export type { Identity } from './identity/identity.ts'
export type { Principal, Role } from './identity/principal.ts'
export {
  type ImportOptions,
  type ImportProgress,
  type ImportSummary,
  importCsvFolder,
} from './import/importCsvFolder.ts'
export { createMemoryLeases } from './lease/createMemoryLeases.ts'
export type { Acquisition, Lease, Leases } from './lease/lease.ts'
export { type RedisLeasesOptions, redisLeases } from './lease/redisLeases.ts'
export {
  type RedisLimiter,
  type RedisLimiterOptions,
  type RedisScripting,
  redisLimiter,
} from './limit/redisLimiter.ts'
export { logRequests, type RequestLogOptions } from './log/logRequests.ts'
export { type Log, type LogOptions, openLog } from './log/openLog.ts'
export { requestIdOf } from './log/request-context.ts'
export { countUpstream } from './metrics/countUpstream.ts'
export type { AccountSettings as PaperAccountSettings, PaperEvent } from './paper/engine/events.ts'
export type { PaperOptions } from './paper/paper-options.ts'
export { type OpenRedisOptions, openRedis, type SharedRedis } from './redis/openRedis.ts'
export type { RedisClient } from './redis/redis-client.ts'
export { environmentSecrets } from './secrets/environmentSecrets.ts'
export { openVaultSecrets, type VaultAuth, type VaultSecretsOptions } from './secrets/openVaultSecrets.ts'
export type { Secrets, SecretValues } from './secrets/secrets.ts'
export { type WatchSecretsOptions, watchSecrets } from './secrets/watchSecrets.ts'
export type { Account, AccountStore, ExternalIdentity } from './store/accounts/account-store.ts'
export type { ApiKey, ApiKeyStore } from './store/accounts/api-key-store.ts'
export type { Grant, GrantStore, SigningKey } from './store/accounts/grant-store.ts'
export type { RefreshToken, Session, SessionStore } from './store/accounts/session-store.ts'
export type {
  AdjustmentFactor,
  BarStore,
  BarsRange,
  Coverage,
  ImportRecord,
  SeriesFacts,
  SeriesOrigin,
  StoredRows,
  StoredSeries,
} from './store/bar-store.ts'
export { DataFolderError, type DataFolderProblem } from './store/DataFolderError.ts'
export { emptyUntilOpen } from './store/emptyUntilOpen.ts'
export { createMemoryStore } from './store/memory-store.ts'
export type { JournalEntry, PaperAccount, PaperStore } from './store/paper/paper-store.ts'
export { openPgliteStore, type PgliteStoreOptions } from './store/pglite/openPgliteStore.ts'
export { openPostgresStore, type PostgresStoreOptions } from './store/postgres/openPostgresStore.ts'
export type { Store } from './store/store.ts'
export type { ClientMessage, ServerMessage, TopicBody } from './stream/protocol.ts'
