export { defineProvider } from './defineProvider.ts'
export { type HttpRequest, HttpResponse } from './http-message.ts'
export type { Limit } from './limit.ts'
export type {
  Credential,
  CredentialFlow,
  Files,
  HttpOperation,
  LocalContext,
  LocalOperation,
  Operation,
} from './operation.ts'
export type {
  OperationName,
  Operations,
  Provider,
  ProviderFacts,
  SymbolDialect,
  WatchCapability,
} from './provider.ts'
export type * from './query.ts'
export type {
  CodecOutput,
  Frame,
  ProviderStream,
  SocketStream,
  StreamChannel,
  StreamCodec,
  StreamEvent,
  StreamTopic,
  TimerStream,
} from './stream.ts'
