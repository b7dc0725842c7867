import { defineRoute } from '../../gateway/route.ts'
import { waysSchema } from '../schemas.ts'

/** Tells a page that nobody signs in here. */
export const openDoorRoute = defineRoute({
  path: '/v1/session/ways',
  summary: 'How to sign in here.',
  access: 'open',
  response: waysSchema,
  answer: async () => JSON.stringify({ required: false }),
})
