import { BadRequestError } from '@starkmatter/core'
import * as z from 'zod'
import { defineRoute, type Route } from '../../gateway/route.ts'
import type { ApiKey } from '../../store/accounts/api-key-store.ts'
import { type AccountsContext, sessionOf } from '../accounts-context.ts'
import { apiKeyMark } from '../credentials.ts'
import { emptySchema, idParameter } from '../schemas.ts'
import { hashOf, newId, newSecret } from '../secret.ts'

const mostKeys = 50
const shownLength = apiKeyMark.length + 8

const keySchema = z.object({
  id: z.string(),
  name: z.string(),
  prefix: z.string().describe('The beginning of the key, to know it again.'),
  createdAt: z.number(),
  usedAt: z.number().nullable().describe('ms UTC, to the minute.'),
})

/** Keys for programs. */
export function apiKeyRoutes({ store, clock, credentials }: AccountsContext): Route[] {
  const listRoute = defineRoute({
    path: '/v1/account/keys',
    summary: 'One’s own API keys, oldest first.',
    response: z.object({ keys: z.array(keySchema) }),
    async answer({ principal }) {
      return JSON.stringify({ keys: (await store.listApiKeys(principal.id)).map(shown) })
    },
  })

  const createRoute = defineRoute({
    method: 'POST',
    path: '/v1/account/keys',
    summary: 'Makes an API key. It is shown this once.',
    body: z.strictObject({ name: z.string().trim().min(1).max(60) }),
    status: 201,
    response: keySchema.extend({ key: z.string().describe('For `Authorization: Bearer …`.') }),
    async answer({ body: { name }, principal }) {
      sessionOf(principal)
      if ((await store.listApiKeys(principal.id)).length >= mostKeys)
        throw new BadRequestError(`An account has at most ${mostKeys} keys. Revoke one first.`)
      const secret = `${apiKeyMark}${newSecret()}`
      const key: ApiKey = {
        ...{ id: newId(), accountId: principal.id, name },
        ...{ prefix: secret.slice(0, shownLength), hash: hashOf(secret) },
        ...{ createdAt: clock.now(), usedAt: null },
      }
      await store.addApiKey(key)
      return JSON.stringify({ ...shown(key), key: secret })
    },
  })

  const revokeRoute = defineRoute({
    method: 'DELETE',
    path: '/v1/account/keys/:id',
    summary: 'Revokes an API key.',
    params: idParameter,
    status: 204,
    response: emptySchema,
    async answer({ params: { id }, principal }) {
      sessionOf(principal)
      if (!(await store.removeApiKey(principal.id, id)))
        throw new BadRequestError('There is no such key of yours.', { parameter: 'id' })
      credentials.forget(({ credential }) => credential?.id === id)
      return ''
    },
  })

  return [listRoute, createRoute, revokeRoute]
}

function shown({ id, name, prefix, createdAt, usedAt }: ApiKey) {
  return { id, name, prefix, createdAt, usedAt }
}
