import type { AlertLife, AlertTerms } from './alert.ts'
import type { Verdict } from './engine/judge.ts'

/** When and in which bar a condition was judged, ms UTC. */
export type Occasion = { at: number; barTime: number }

type Rules = Pick<AlertTerms, 'repeat' | 'coolDownMs' | 'expiresAt'> & AlertLife

/** Whether an alert fires for a verdict, by its own rules. */
export function fires(alert: Rules, { isTrue, isNew }: Verdict, { at, barTime }: Occasion): boolean {
  if (!isTrue || alert.status !== 'active' || isExpired(alert, at)) return false
  const isDue = alert.repeat === 'once per bar' ? alert.lastFiredBar !== barTime : isNew
  return isDue && (alert.lastFiredAt === null || at - alert.lastFiredAt >= alert.coolDownMs)
}

export function isExpired({ expiresAt }: Pick<AlertTerms, 'expiresAt'>, at: number): boolean {
  return expiresAt !== null && at >= expiresAt
}

/** What an alert is after it has fired. Within a bar, what came before is not judged again. */
export function afterFiring(
  alert: AlertLife & Pick<AlertTerms, 'repeat' | 'evaluate'>,
  { at, barTime }: Occasion,
): AlertLife {
  return {
    status: alert.repeat === 'once' ? 'done' : alert.status,
    firings: alert.firings + 1,
    lastFiredAt: at,
    lastFiredBar: barTime,
    since: alert.evaluate === 'tick' ? Math.max(alert.since, at) : alert.since,
  }
}
