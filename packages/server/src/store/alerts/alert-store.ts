import type { Alert, Delivery, Firing } from '../../alerts/alert.ts'

/** A firing that has no place among those of its owner yet. */
export type NewFiring = Omit<Firing, 'sequence'>

/** What a firing changes, all of it or nothing. */
export type FiringRecord = {
  firing: NewFiring
  /** The alert as it is after it, its version one higher; absent where somebody only wanted to see it fire. */
  alert?: Alert | undefined
  /** What is sent, made when the firing has its place. */
  delivery?: ((firing: Firing) => Delivery) | undefined
}

/** `repeated`: it was recorded before. `changed`: the alert is gone, or another version than it was fired by. */
export type Recorded = Firing | 'repeated' | 'changed'

export type FiringsPage = {
  /** Of one alert. */
  alertId?: string | undefined
  /** After this place, oldest first. */
  after?: number | undefined
  /** Before this place, newest first. @default the newest */
  before?: number | undefined
  limit: number
}

/** Places among the firings of one owner: of the newest one, and of the newest one that was looked at. 0 for none. */
export type Unread = { last: number; read: number }

/** Firings kept of one owner; older ones go as new ones come. */
export const keptFirings = 1_000

/** Alerts, what they fired, and what is still to be sent. */
export interface AlertStore {
  /** False where its owner has `most` already. */
  addAlert(alert: Alert, most: number): Promise<boolean>
  findAlert(owner: string, id: string): Promise<Alert | undefined>
  /** Oldest first. */
  listAlerts(owner: string): Promise<readonly Alert[]>
  /** Those that are to be evaluated, of all owners. */
  listActiveAlerts(): Promise<readonly Alert[]>
  /** Puts an alert in the place of its version before. False where that is not there any more. */
  changeAlert(alert: Alert): Promise<boolean>
  /** What it fired stays; what was not delivered is not sent any more. */
  removeAlert(owner: string, id: string): Promise<boolean>
  recordFiring(record: FiringRecord): Promise<Recorded>
  listFirings(owner: string, page: FiringsPage): Promise<readonly Firing[]>
  getUnread(owner: string): Promise<Unread>
  /** Never goes back. */
  markRead(owner: string, sequence: number): Promise<void>
  /** The secret that an owner's webhooks are signed with; the given one where there is none yet. */
  webhookSecret(owner: string, otherwise: string): Promise<string>
  replaceWebhookSecret(owner: string, secret: string): Promise<void>
  /** Due deliveries, counted as attempted and not due again before `until`: of several callers, each is given to one. */
  claimDeliveries(claim: { now: number; until: number; limit: number }): Promise<readonly Delivery[]>
  settleDelivery(id: string, outcome: Pick<Delivery, 'status' | 'dueAt' | 'lastError'>): Promise<void>
  /** Of the given firings. */
  listDeliveries(owner: string, sequences: readonly number[]): Promise<readonly Delivery[]>
  /** Up to which bar each series was evaluated: its open, ms UTC, by `instrument interval`. */
  listCursors(): Promise<ReadonlyMap<string, number>>
  /** Never goes back. */
  saveCursors(cursors: ReadonlyMap<string, number>): Promise<void>
}
