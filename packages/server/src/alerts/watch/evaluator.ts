import { randomUUID } from 'node:crypto'
import type { BarsContext } from '../../bars/read-bars.ts'
import type { Bus } from '../../bus/bus.ts'
import type { AlertStore } from '../../store/alerts/alert-store.ts'
import type { Alert, Firing } from '../alert.ts'
import { deliveryOf } from '../deliver/payload.ts'
import type { Hit } from '../engine/series-engine.ts'
import { afterFiring, isExpired } from '../life.ts'
import { needsNews } from '../rules/condition.ts'
import { describeAlert } from '../rules/describe.ts'
import { watchNews } from './news-watch.ts'
import { type AlertNotice, alertTopic, readNotice } from './notices.ts'
import { SeriesWatch, type WatchState } from './series-watch.ts'

export type EvaluatorOptions = {
  context: BarsContext
  alerts: AlertStore
  bus: Bus
  /** How often the news are asked for, where alerts wait for them. */
  newsEveryMs: number
  /** Something is to be sent. */
  onDelivery(): void
}

/** Evaluates every active alert, and records what fires. */
export interface Evaluator {
  /** `undefined` where the alert is not evaluated here. */
  stateOf(alert: Alert): WatchState | undefined
  /** Series that are watched, however many alerts are on them. */
  readonly size: number
  close(): Promise<void>
}

/** How often the store is read as a whole, for what no notice told. */
const reconcileMs = 60_000
const saveCursorsMs = 2_000
const lastRetryMs = 30_000

const seriesOf = ({ instrument, interval }: Pick<Alert, 'instrument' | 'interval'>) =>
  `${instrument} ${interval}`

export function createEvaluator(options: EvaluatorOptions): Evaluator {
  const { context, alerts, bus, newsEveryMs, onDelivery } = options
  const { clock, logger } = context
  const watches = new Map<string, SeriesWatch>()
  /** News by series, as its alerts hear them at its bars. */
  const news = new Map<string, { close(): void }>()
  /** Series of each alert, as an alert that was changed may be on another. */
  const places = new Map<string, string>()
  const cursors = new Map<string, number>()
  const unsaved = new Map<string, number>()
  const stop = new AbortController()
  let cancelReconcile = () => {}
  let cancelSave = () => {}

  function put(alert: Alert, isKnown: boolean): void {
    const series = seriesOf(alert)
    if (places.get(alert.id) !== series) drop(alert.id)
    places.set(alert.id, series)
    const watch = watches.get(series) ?? open(series, alert)
    watch.put(alert, isKnown)
    if (needsNews(alert.condition) && !news.has(series)) news.set(series, openNews(series, alert))
  }

  function openNews(series: string, { symbol }: Alert) {
    const key = `news ${series}`
    return watchNews({
      context,
      symbol,
      everyMs: newsEveryMs,
      heardUntil: cursors.get(key),
      onNews: async (facts, id) => watches.get(series)?.hear(facts, id),
      onHeard: (time) => moveOn(key, time),
    })
  }

  function moveOn(key: string, time: number): void {
    cursors.set(key, time)
    unsaved.set(key, time)
  }

  function open(series: string, { symbol, interval }: Alert): SeriesWatch {
    const watch = new SeriesWatch({
      context,
      symbol,
      interval,
      evaluatedUntil: cursors.get(series),
      onHit: (hit, isSimulated) => record(series, hit, isSimulated),
      onEvaluated: (time) => moveOn(series, time),
    })
    watches.set(series, watch)
    return watch
  }

  function drop(id: string): void {
    const series = places.get(id)
    if (series === undefined) return
    places.delete(id)
    const watch = watches.get(series)
    watch?.drop(id)
    leaveIfEmpty(series)
  }

  function leaveIfEmpty(series: string): void {
    const watch = watches.get(series)
    if (!watch || watch.size > 0) return
    watches.delete(series)
    news.get(series)?.close()
    news.delete(series)
    void watch.close()
  }

  /** Brings a firing into the store, however long the store is away: until then nothing later of the series is evaluated. */
  async function record(series: string, hit: Hit, isSimulated: boolean): Promise<void> {
    const alert = watches.get(series)?.alert(hit.alertId)
    if (!alert) return
    const { firing, after } = firingOf(alert, hit, isSimulated, clock.now())
    const { webhook } = alert
    for (let waitMs = 250; !stop.signal.aborted; waitMs = Math.min(waitMs * 2, lastRetryMs)) {
      try {
        const recorded = await alerts.recordFiring({
          firing,
          alert: after,
          delivery: webhook === null ? undefined : (one) => deliveryOf(one, webhook),
        })
        if (recorded === 'repeated' || recorded === 'changed') return await refresh(alert, true)
        watches.get(series)?.keep(after)
        if (after.status !== 'active') drop(alert.id)
        if (webhook !== null) onDelivery()
        void tell({ owner: alert.owner, alertId: alert.id, sequence: recorded.sequence })
        return
      } catch (error) {
        logger?.warn('A firing waits to be recorded', { alert: alert.id, reason: String(error) })
        await pause(waitMs)
      }
    }
  }

  async function tell(notice: AlertNotice): Promise<void> {
    try {
      await bus.publish(alertTopic, JSON.stringify(notice))
    } catch (error) {
      // Who listens looks into the store now and then, too.
      logger?.debug('A firing was not told', { reason: String(error) })
    }
  }

  /** Takes an alert as the store has it now. */
  async function refresh({ owner, id }: Pick<Alert, 'owner' | 'id'>, isKnown: boolean): Promise<void> {
    const alert = await alerts.findAlert(owner, id)
    const held = watches.get(places.get(id) ?? '')?.alert(id)
    if (stop.signal.aborted || (alert && held && held.version > alert.version)) return
    // A new name or webhook does not make what holds new.
    const isSame = held && JSON.stringify(held.condition) === JSON.stringify(alert?.condition)
    if (alert?.status === 'active') put(alert, isKnown || isSame === true)
    else drop(id)
  }

  async function reconcile(isFirst: boolean): Promise<void> {
    if (isFirst) for (const [series, time] of await alerts.listCursors()) cursors.set(series, time)
    const active = await alerts.listActiveAlerts()
    if (stop.signal.aborted) return
    const now = clock.now()
    const seen = new Set<string>()
    for (const alert of active) {
      seen.add(alert.id)
      if (isExpired(alert, now)) {
        drop(alert.id)
        await alerts.changeAlert({ ...alert, status: 'expired', version: alert.version + 1 })
        continue
      }
      const held = watches.get(seriesOf(alert))?.alert(alert.id)
      // What was read before a firing was recorded is older than what is known here.
      if (!held || held.version < alert.version) put(alert, isFirst)
    }
    for (const id of [...places.keys()]) if (!seen.has(id)) await refreshById(id)
  }

  /** One that the list did not have may have been made since. */
  async function refreshById(id: string): Promise<void> {
    const held = watches.get(places.get(id) ?? '')?.alert(id)
    if (held) await refresh(held, true)
    else drop(id)
  }

  function reconcileLater(isFirst: boolean): void {
    // What was being read when it closed is the last.
    if (stop.signal.aborted) return
    cancelReconcile = clock.schedule(isFirst ? 0 : reconcileMs, () => {
      reconcile(isFirst)
        .then(
          () => reconcileLater(false),
          (error: unknown) => {
            if (stop.signal.aborted) return
            logger?.warn('Alerts could not be read', { reason: String(error) })
            cancelReconcile = clock.schedule(5_000, () => reconcileLater(isFirst))
          },
        )
        .catch(() => {})
    })
  }

  async function saveCursors(): Promise<void> {
    if (unsaved.size === 0) return
    const saved = new Map(unsaved)
    unsaved.clear()
    try {
      await alerts.saveCursors(saved)
    } catch (error) {
      // Evaluated again after a restart, and recorded once all the same.
      for (const [series, time] of saved) if (!unsaved.has(series)) unsaved.set(series, time)
      logger?.debug('Cursors of alerts were not saved', { reason: String(error) })
    }
  }

  function saveLater(): void {
    cancelSave = clock.schedule(saveCursorsMs, () => {
      void saveCursors().finally(() => {
        if (!stop.signal.aborted) saveLater()
      })
    })
  }

  function pause(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const cancel = clock.schedule(ms, resolve)
      stop.signal.addEventListener('abort', () => {
        cancel()
        resolve()
      })
    })
  }

  const stopListening = bus.subscribe(alertTopic, ({ body }) => {
    const notice = readNotice(body)
    // A firing of our own was taken as it was recorded.
    if (!notice || notice.sequence !== undefined) return
    refresh({ owner: notice.owner, id: notice.alertId }, false).catch((error: unknown) =>
      logger?.warn('An alert could not be read', { alert: notice.alertId, reason: String(error) }),
    )
  })
  reconcileLater(true)
  saveLater()

  return {
    stateOf: (alert) => watches.get(seriesOf(alert))?.state,
    get size() {
      return watches.size
    },
    async close() {
      stop.abort()
      cancelReconcile()
      cancelSave()
      stopListening()
      for (const one of news.values()) one.close()
      await Promise.all([...watches.values()].map((watch) => watch.close()))
      watches.clear()
      await saveCursors()
    },
  }
}

/** What an alert fired, and what it is from then on. */
function firingOf(alert: Alert, hit: Hit, isSimulated: boolean, now: number) {
  const { alertId: _id, ...facts } = hit
  const { owner, name, instrument, interval } = alert
  const firing: Omit<Firing, 'sequence'> = {
    id: randomUUID(),
    alertId: alert.id,
    owner,
    name,
    instrument,
    interval,
    description: describeAlert(alert),
    recordedAt: now,
    simulated: isSimulated,
    test: false,
    ...facts,
  }
  const after: Alert = { ...alert, ...afterFiring(alert, hit), version: alert.version + 1 }
  return { firing, after }
}
