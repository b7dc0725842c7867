import { parseInstrument } from '@starkmatter/core'
import * as z from 'zod'
import { defineRoute } from '../../gateway/route.ts'
import { toText } from '../engine/decimal.ts'
import type { OrderRequest } from '../engine/place-order.ts'
import type { Paper } from '../paper.ts'
import { cancel, findAccount, place, preview, replace } from '../paper-service.ts'
import { viewOrder } from '../views.ts'
import {
  accountPath,
  changeBody,
  orderBody,
  orderPath,
  orderSchema,
  ordersQuery,
  previewSchema,
} from './schemas.ts'

/** @throws {BadRequestError} the symbol is none of the known forms */
function readOrder({
  symbol,
  clientOrderId,
  limitPrice,
  stopPrice,
  ...terms
}: z.output<typeof orderBody>): OrderRequest {
  return {
    ...terms,
    instrument: parseInstrument(symbol).id,
    clientOrderId: clientOrderId ?? null,
    limitPrice: limitPrice ?? null,
    stopPrice: stopPrice ?? null,
  }
}

/** Orders of a paper account: to list, try, place, change and cancel. */
export const orderRoutes = (paper: Paper) => [
  defineRoute({
    path: '/v1/paper/accounts/:account/orders',
    summary: 'Orders, newest first; of those that ended, the newest 500 are remembered.',
    params: accountPath,
    query: ordersQuery,
    response: z.object({ orders: z.array(orderSchema) }),
    async answer({ principal, params, query }) {
      const { state } = await findAccount(await paper.ready(), principal.id, params.account)
      const open = query.state === 'closed' ? [] : [...state.openOrders.values()]
      const closed = query.state === 'open' ? [] : state.closedOrders
      const newest = [...closed, ...open]
        .toSorted((a, b) => Number(b.terms.id) - Number(a.terms.id))
        .slice(0, query.limit)
      return JSON.stringify({ orders: newest.map(viewOrder) })
    },
  }),
  defineRoute({
    method: 'POST',
    path: '/v1/paper/accounts/:account/orders',
    summary: 'Places an order, and answers it as it stands after the market was asked once.',
    params: accountPath,
    body: orderBody,
    status: 201,
    response: orderSchema,
    async answer({ principal, params, body, signal }) {
      const context = await paper.ready()
      return JSON.stringify(
        viewOrder(await place(context, principal.id, params.account, readOrder(body), signal)),
      )
    },
  }),
  defineRoute({
    method: 'POST',
    path: '/v1/paper/accounts/:account/orders/preview',
    summary: 'What an order would cost, without placing it.',
    params: accountPath,
    body: orderBody,
    response: previewSchema,
    async answer({ principal, params, body, signal }) {
      const context = await paper.ready()
      const { price, value, commission, buyingPower, shareOfEquity, isOpen, simulated, refusal } =
        await preview(context, principal.id, params.account, readOrder(body), signal)
      return JSON.stringify({
        price: toText(price),
        value: toText(value),
        commission: toText(commission),
        buyingPower: { before: toText(buyingPower.before), after: toText(buyingPower.after) },
        shareOfEquity: shareOfEquity && toText(shareOfEquity.round(8)),
        isOpen,
        simulated,
        refusal: refusal ? { reason: refusal.reason, message: refusal.message } : null,
      })
    },
  }),
  defineRoute({
    method: 'PATCH',
    path: '/v1/paper/accounts/:account/orders/:order',
    summary: 'Changes an open order; it comes to the market anew.',
    params: orderPath,
    body: changeBody,
    response: orderSchema,
    async answer({ principal, params, body, signal }) {
      const context = await paper.ready()
      return JSON.stringify(
        viewOrder(await replace(context, principal.id, params.account, params.order, body, signal)),
      )
    },
  }),
  defineRoute({
    method: 'DELETE',
    path: '/v1/paper/accounts/:account/orders/:order',
    summary: 'Cancels an open order, and answers what it had become.',
    params: orderPath,
    response: orderSchema,
    async answer({ principal, params }) {
      const context = await paper.ready()
      return JSON.stringify(viewOrder(await cancel(context, principal.id, params.account, params.order)))
    },
  }),
]
