import { randomUUID } from 'node:crypto'
import { BadRequestError, type Clock, parseInstrument } from '@starkmatter/core'
import type * as z from 'zod'
import type { Bus } from '../../bus/bus.ts'
import { NotFoundError } from '../../gateway/NotFoundError.ts'
import type { AlertStore } from '../../store/alerts/alert-store.ts'
import type { Alert, AlertTerms, Firing } from '../alert.ts'
import { checkWebhookUrl } from '../deliver/address-guard.ts'
import { deliveryOf } from '../deliver/payload.ts'
import { checkCondition } from '../rules/check-condition.ts'
import { describeAlert } from '../rules/describe.ts'
import { alertTopic } from '../watch/notices.ts'
import type { alertChangeBody, newAlertBody } from './alert-schemas.ts'

export type AlertServiceContext = {
  alerts: AlertStore
  bus: Bus
  clock: Clock
  /** Of one owner. */
  mostAlerts: number
  allowPrivateWebhooks: boolean
}

type Change = z.output<typeof alertChangeBody>

/**
 * Makes an alert.
 *
 * @throws {BadRequestError} something about it cannot be right, or its owner has too many
 */
export async function createAlert(
  context: AlertServiceContext,
  owner: string,
  body: z.output<typeof newAlertBody>,
): Promise<Alert> {
  const { alerts, clock, mostAlerts } = context
  const now = clock.now()
  const terms: AlertTerms = { ...body, instrument: parseInstrument(body.symbol).id }
  checkTerms(terms, context)
  const alert: Alert = {
    ...terms,
    id: randomUUID(),
    owner,
    status: 'active',
    firings: 0,
    lastFiredAt: null,
    lastFiredBar: null,
    since: now,
    createdAt: now,
    version: 1,
  }
  if (!(await alerts.addAlert(alert, mostAlerts)))
    throw new BadRequestError(`You have ${mostAlerts} alerts, which is the most. Remove one that is done.`)
  await told(context, alert)
  return alert
}

/** @throws {NotFoundError} */
export async function findAlert({ alerts }: AlertServiceContext, owner: string, id: string): Promise<Alert> {
  const alert = await alerts.findAlert(owner, id)
  if (!alert) throw new NotFoundError(`You have no alert ${JSON.stringify(id)}.`)
  return alert
}

/**
 * Changes the named fields. What it is to judge begins anew with a change of what it waits for.
 *
 * @throws {NotFoundError}
 * @throws {BadRequestError} something about it cannot be right
 */
export async function changeAlert(
  context: AlertServiceContext,
  owner: string,
  id: string,
  change: Change,
): Promise<Alert> {
  // It may fire while it is changed: then its newer version is.
  for (let attempt = 0; attempt < 5; attempt++) {
    const alert = await findAlert(context, owner, id)
    const { status = alert.status, ...terms } = withoutAbsent(change)
    const isResumed = status === 'active' && alert.status !== 'active'
    const isNew = isResumed || 'condition' in terms || 'interval' in terms || 'evaluate' in terms
    const next: Alert = {
      ...alert,
      ...terms,
      status,
      ...(isNew && { since: context.clock.now(), lastFiredAt: null, lastFiredBar: null }),
      version: alert.version + 1,
    }
    checkTerms(next, context)
    if (!(await context.alerts.changeAlert(next))) continue
    await told(context, next)
    return next
  }
  throw new BadRequestError(
    'The alert fires so often that it cannot be changed. Pause it first, or remove it.',
  )
}

/** @throws {NotFoundError} */
export async function removeAlert(context: AlertServiceContext, owner: string, id: string): Promise<void> {
  if (!(await context.alerts.removeAlert(owner, id)))
    throw new NotFoundError(`You have no alert ${JSON.stringify(id)}.`)
  await told(context, { owner, id })
}

/**
 * Has an alert fire to be seen: in the history, on the page and at its webhook. It counts for nothing.
 *
 * @throws {NotFoundError}
 */
export async function testAlert(context: AlertServiceContext, owner: string, id: string): Promise<Firing> {
  const { alerts, bus, clock } = context
  const alert = await findAlert(context, owner, id)
  const now = clock.now()
  const { name, instrument, interval, webhook } = alert
  const recorded = await alerts.recordFiring({
    firing: {
      id: randomUUID(),
      alertId: id,
      owner,
      occasion: `test:${randomUUID()}`,
      description: describeAlert(alert),
      ...{ name, instrument, interval },
      ...{ barTime: now, at: now, recordedAt: now, price: null, values: [], headline: null },
      simulated: false,
      test: true,
    },
    delivery: webhook === null ? undefined : (firing) => deliveryOf(firing, webhook),
  })
  if (typeof recorded === 'string') throw new Error(`A new occasion was ${recorded}.`)
  await bus.publish(alertTopic, JSON.stringify({ owner, alertId: id, sequence: recorded.sequence }))
  return recorded
}

function checkTerms(terms: AlertTerms & Partial<Pick<Alert, 'status'>>, context: AlertServiceContext): void {
  checkCondition(terms.condition)
  if (terms.webhook !== null) checkWebhookUrl(terms.webhook, context.allowPrivateWebhooks)
  if (
    terms.expiresAt !== null &&
    terms.expiresAt <= context.clock.now() &&
    (terms.status ?? 'active') === 'active'
  )
    throw new BadRequestError('"expiresAt" is over. Name a later time, in ms UTC, or null.', {
      parameter: 'expiresAt',
    })
}

function withoutAbsent(change: Change): { [field in keyof Change]: Exclude<Change[field], undefined> } {
  return JSON.parse(JSON.stringify(change))
}

async function told({ bus }: AlertServiceContext, { owner, id }: Pick<Alert, 'owner' | 'id'>): Promise<void> {
  // Where it cannot be told now, it is seen within a minute.
  await bus.publish(alertTopic, JSON.stringify({ owner, alertId: id })).catch(() => {})
}
