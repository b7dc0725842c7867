import * as z from 'zod'
import { defineRoute } from '../../gateway/route.ts'
import type { Paper } from '../paper.ts'
import {
  type AccountAndState,
  findAccount,
  listAccounts,
  openAccount,
  type PaperContext,
  removeAccount,
  resetAccount,
} from '../paper-service.ts'
import { viewAccount } from '../views.ts'
import { accountBody, accountPath, accountSchema } from './schemas.ts'

const write = ({ runner }: PaperContext, { account, state }: AccountAndState) =>
  viewAccount(account, state, runner.prices())

/** Paper accounts: to list, open, look at, begin again and remove. */
export const accountRoutes = (paper: Paper) => [
  defineRoute({
    path: '/v1/paper/accounts',
    summary: 'Your paper accounts, oldest first.',
    response: z.object({ accounts: z.array(accountSchema) }),
    async answer({ principal }) {
      const context = await paper.ready()
      const accounts = await listAccounts(context, principal.id)
      return JSON.stringify({ accounts: accounts.map((account) => write(context, account)) })
    },
  }),
  defineRoute({
    method: 'POST',
    path: '/v1/paper/accounts',
    summary: 'Opens a paper account.',
    body: accountBody,
    status: 201,
    response: accountSchema,
    async answer({ principal, body }) {
      const context = await paper.ready()
      return JSON.stringify(write(context, await openAccount(context, principal.id, body)))
    },
  }),
  defineRoute({
    path: '/v1/paper/accounts/:account',
    summary: 'A paper account: cash, equity, buying power and positions.',
    params: accountPath,
    response: accountSchema,
    async answer({ principal, params }) {
      const context = await paper.ready()
      return JSON.stringify(write(context, await findAccount(context, principal.id, params.account)))
    },
  }),
  defineRoute({
    method: 'DELETE',
    path: '/v1/paper/accounts/:account',
    summary: 'Removes a paper account with all of its history.',
    params: accountPath,
    status: 204,
    response: z.object({}),
    async answer({ principal, params }) {
      await removeAccount(await paper.ready(), principal.id, params.account)
      return ''
    },
  }),
  defineRoute({
    method: 'POST',
    path: '/v1/paper/accounts/:account/reset',
    summary: 'Begins again with the cash that the account was opened with.',
    params: accountPath,
    response: accountSchema,
    async answer({ principal, params }) {
      const context = await paper.ready()
      return JSON.stringify(write(context, await resetAccount(context, principal.id, params.account)))
    },
  }),
]
