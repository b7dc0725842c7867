import type { Interval } from '@starkmatter/core'
import type { FiringValue } from './engine/judge.ts'
import type { Condition } from './rules/condition.ts'

export type AlertStatus = 'active' | 'paused' | 'done' | 'expired'

/** How often an alert fires: the first time, each time its condition begins to hold, or in each bar in which it holds. */
export type Repeat = 'once' | 'every time' | 'once per bar'

/** When a condition is judged: as a bar closes, so that nothing is taken back, or at each price while it forms. */
export type Evaluate = 'close' | 'tick'

/** What its owner decides about an alert. */
export type AlertTerms = {
  name: string | null
  /** As it was spelled: a provider may read a loose spelling in its own way. */
  symbol: string
  /** Canonical id. */
  instrument: string
  interval: Interval
  condition: Condition
  evaluate: Evaluate
  repeat: Repeat
  /** After a firing, nothing fires for so long; what would have is not made up for. 0 for none. */
  coolDownMs: number
  /** ms UTC; from then on it does not fire. */
  expiresAt: number | null
  /** Where each firing is sent. */
  webhook: string | null
}

/** What became of an alert so far. */
export type AlertLife = {
  status: AlertStatus
  firings: number
  /** Moment of the last firing, ms UTC. */
  lastFiredAt: number | null
  /** Open of the bar in which it fired last. */
  lastFiredBar: number | null
  /** What was seen before is not judged: when it was made, changed, resumed, or fired within a bar. ms UTC. */
  since: number
}

export type Alert = AlertTerms &
  AlertLife & {
    id: string
    owner: string
    createdAt: number
    /** Grows with each change, and with each firing. */
    version: number
  }

/** One time that an alert fired. */
export type Firing = {
  id: string
  /** Place among the firings of its owner, from 1 on, without holes. */
  sequence: number
  alertId: string
  owner: string
  /** What it fired for. Two firings of one alert never have the same. */
  occasion: string
  /** What the alert waited for, in words. */
  description: string
  name: string | null
  instrument: string
  interval: Interval
  /** Open of the bar, ms UTC. */
  barTime: number
  /** When the condition held: the end of the bar, or the moment of the price. ms UTC. */
  at: number
  /** When it was noticed: later than `at` where nobody was watching then. ms UTC. */
  recordedAt: number
  /** Close of the bar, or the latest price; `null` for a test. */
  price: number | null
  values: readonly FiringValue[]
  /** Of a condition on headlines. */
  headline: string | null
  /** True when the data were made up. */
  simulated: boolean
  /** True when somebody only wanted to see it fire. */
  test: boolean
}

export type DeliveryStatus = 'pending' | 'delivered' | 'dead'

/** A firing on its way to a webhook. */
export type Delivery = {
  /** What the receiver tells repetitions by. */
  id: string
  owner: string
  alertId: string
  sequence: number
  url: string
  /** JSON, as it is sent: every attempt sends the same bytes. */
  payload: string
  status: DeliveryStatus
  attempts: number
  /** When the next attempt is due, ms UTC. */
  dueAt: number
  lastError: string | null
}
