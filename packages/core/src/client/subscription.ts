export type {
  ConnectionState,
  StreamGap,
  StreamStatus,
  Subscription,
  SubscriptionEvents,
} from '../stream/subscription.ts'
