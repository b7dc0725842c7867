import * as z from 'zod'
import { defineRoute } from '../../gateway/route.ts'
import type { Paper } from '../paper.ts'
import { changesAfter, findAccount } from '../paper-service.ts'
import { viewPerformance, viewPositions } from '../views.ts'
import {
  accountPath,
  changesQuery,
  changesSchema,
  fillSchema,
  fillsQuery,
  performanceSchema,
  positionSchema,
} from './schemas.ts'

/** What came of a paper account's orders. */
export const resultRoutes = (paper: Paper) => [
  defineRoute({
    path: '/v1/paper/accounts/:account/positions',
    summary: 'What is held, with its result so far.',
    params: accountPath,
    response: z.object({ positions: z.array(positionSchema) }),
    async answer({ principal, params }) {
      const context = await paper.ready()
      const { state } = await findAccount(context, principal.id, params.account)
      return JSON.stringify({ positions: viewPositions(state, context.runner.prices()) })
    },
  }),
  defineRoute({
    path: '/v1/paper/accounts/:account/fills',
    summary: 'Fills, newest first; the newest 1,000 are remembered.',
    params: accountPath,
    query: fillsQuery,
    response: z.object({ fills: z.array(fillSchema) }),
    async answer({ principal, params, query }) {
      const { state } = await findAccount(await paper.ready(), principal.id, params.account)
      return JSON.stringify({ fills: state.fills.slice(-query.limit).reverse() })
    },
  }),
  defineRoute({
    path: '/v1/paper/accounts/:account/performance',
    summary: 'How the account has done, and its equity over time.',
    params: accountPath,
    response: performanceSchema,
    async answer({ principal, params }) {
      const context = await paper.ready()
      const { state } = await findAccount(context, principal.id, params.account)
      return JSON.stringify(viewPerformance(state, context.runner.prices()))
    },
  }),
  defineRoute({
    path: '/v1/paper/accounts/:account/changes',
    summary:
      'What happened after an event: at once where something has, else when it does or the wait is over.',
    params: accountPath,
    query: changesQuery,
    response: changesSchema,
    async answer({ principal, params, query, signal }) {
      const changes = await changesAfter(await paper.ready(), principal.id, params.account, query, signal)
      return JSON.stringify({ changes })
    },
  }),
]
