export type { Socket, SocketConstructor } from '../stream/socket-feed.ts'
export type {
  ConnectionState,
  StreamGap,
  StreamStatus,
  Subscription,
  SubscriptionEvents,
} from '../stream/subscription.ts'
