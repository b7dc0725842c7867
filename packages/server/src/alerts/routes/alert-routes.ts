import * as z from 'zod'
import type { BarsContext } from '../../bars/read-bars.ts'
import { defineRoute, type Route } from '../../gateway/route.ts'
import { newWebhookSecret } from '../deliver/sign.ts'
import type { Evaluator } from '../watch/evaluator.ts'
import {
  alertChangeBody,
  alertListSchema,
  alertPath,
  alertSchema,
  firingListSchema,
  firingSchema,
  newAlertBody,
  previewSchema,
  secretSchema,
  unreadSchema,
} from './alert-schemas.ts'
import {
  type AlertServiceContext,
  changeAlert,
  createAlert,
  findAlert,
  removeAlert,
  testAlert,
} from './alert-service.ts'
import { previewAlert } from './preview.ts'
import { showAlert, showFirings } from './show-alert.ts'

export type AlertRoutesContext = {
  ready(): Promise<AlertServiceContext & { bars: BarsContext }>
  /** Where this process evaluates alerts. */
  evaluator(): Evaluator | undefined
}

const mostFirings = 200

/** Alerts over REST: each caller sees its own. */
export function alertRoutes({ ready, evaluator }: AlertRoutesContext): Route[] {
  const show = (alert: Parameters<typeof showAlert>[0]) => showAlert(alert, evaluator()?.stateOf(alert))
  return [
    defineRoute({
      path: '/v1/alerts',
      summary: 'Your alerts, oldest first.',
      response: alertListSchema,
      async answer({ principal: { id: owner } }) {
        const { alerts } = await ready()
        const [list, unread] = await Promise.all([alerts.listAlerts(owner), alerts.getUnread(owner)])
        return JSON.stringify({ alerts: list.map(show), unread })
      },
    }),
    defineRoute({
      method: 'POST',
      path: '/v1/alerts',
      summary: 'Makes an alert.',
      status: 201,
      body: newAlertBody,
      response: alertSchema,
      answer: async ({ body, principal }) =>
        JSON.stringify(show(await createAlert(await ready(), principal.id, body))),
    }),
    defineRoute({
      method: 'POST',
      path: '/v1/alerts/preview',
      summary: 'What an alert would have done over the bars that closed last; nothing is made.',
      body: newAlertBody,
      response: previewSchema,
      answer: async ({ body, signal }) =>
        JSON.stringify(await previewAlert((await ready()).bars, body, signal)),
    }),
    defineRoute({
      path: '/v1/alerts/firings',
      summary: 'What your alerts fired, newest first.',
      query: z.strictObject({
        alert: z.string().max(64).optional().describe('Of one alert.'),
        before: z.coerce.number().int().min(1).optional().describe('Before this `sequence`.'),
        limit: z.coerce.number().int().min(1).max(mostFirings).default(50),
      }),
      response: firingListSchema,
      async answer({ query: { alert: alertId, before, limit }, principal: { id: owner } }) {
        const { alerts } = await ready()
        const found = await alerts.listFirings(owner, { alertId, before, limit })
        const firings = await showFirings(alerts, owner, found)
        return JSON.stringify({ firings, unread: await alerts.getUnread(owner) })
      },
    }),
    defineRoute({
      method: 'POST',
      path: '/v1/alerts/read',
      summary: 'You have looked at the firings up to one.',
      body: z.strictObject({ sequence: z.number().int().min(0) }),
      response: unreadSchema,
      async answer({ body, principal: { id: owner } }) {
        const { alerts } = await ready()
        await alerts.markRead(owner, body.sequence)
        return JSON.stringify(await alerts.getUnread(owner))
      },
    }),
    defineRoute({
      path: '/v1/alerts/webhook-secret',
      summary: 'What your webhooks are signed with.',
      response: secretSchema,
      async answer({ principal }) {
        const { alerts } = await ready()
        return JSON.stringify({ secret: await alerts.webhookSecret(principal.id, newWebhookSecret()) })
      },
    }),
    defineRoute({
      method: 'POST',
      path: '/v1/alerts/webhook-secret',
      summary: 'Replaces what your webhooks are signed with, at once.',
      response: secretSchema,
      async answer({ principal }) {
        const { alerts } = await ready()
        const secret = newWebhookSecret()
        await alerts.replaceWebhookSecret(principal.id, secret)
        return JSON.stringify({ secret })
      },
    }),
    defineRoute({
      path: '/v1/alerts/:id',
      summary: 'One alert.',
      params: alertPath,
      response: alertSchema,
      answer: async ({ params, principal }) =>
        JSON.stringify(show(await findAlert(await ready(), principal.id, params.id))),
    }),
    defineRoute({
      method: 'PATCH',
      path: '/v1/alerts/:id',
      summary: 'Changes an alert, pauses it, or resumes it.',
      params: alertPath,
      body: alertChangeBody,
      response: alertSchema,
      answer: async ({ params, body, principal }) =>
        JSON.stringify(show(await changeAlert(await ready(), principal.id, params.id, body))),
    }),
    defineRoute({
      method: 'DELETE',
      path: '/v1/alerts/:id',
      summary: 'Removes an alert. What it fired stays.',
      params: alertPath,
      status: 204,
      response: z.null(),
      async answer({ params, principal }) {
        await removeAlert(await ready(), principal.id, params.id)
        return ''
      },
    }),
    defineRoute({
      method: 'POST',
      path: '/v1/alerts/:id/test',
      summary: 'Has an alert fire, to see what that does.',
      params: alertPath,
      status: 201,
      response: firingSchema,
      async answer({ params, principal: { id: owner } }) {
        const context = await ready()
        const firing = await testAlert(context, owner, params.id)
        const [shown] = await showFirings(context.alerts, owner, [firing])
        return JSON.stringify(shown)
      },
    }),
  ]
}
