import * as z from 'zod'

/** Where processes tell each other about alerts. */
export const alertTopic = 'alerts'

const notice = z.object({ owner: z.string(), alertId: z.string(), sequence: z.number().optional() })

/** An alert was made, changed or removed; or, with a `sequence`, it has fired. What it is now is in the store. */
export type AlertNotice = z.output<typeof notice>

export function readNotice(body: string): AlertNotice | undefined {
  return notice.safeParse(JSON.parse(body)).data
}
