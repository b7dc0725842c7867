import type { CorporateAction, CorporateActions } from '../../market/index.ts'
import { type CorporateActionsQuery, type HttpResponse, sourceOf, type Wire } from '../../provider/index.ts'
import { readBody } from './schema.ts'

/** Kinds of events that change what a share is worth; mergers and the like change its name and are not told here. */
export const actionTypes = 'cash_dividend,forward_split,reverse_split,stock_dividend'

/** One page of events, a list for each kind. */
export function readCorporateActions(response: HttpResponse, query: CorporateActionsQuery): CorporateActions {
  const kinds = readBody(response, query).at('corporate_actions')
  const list = (kind: string, read: (wire: Wire) => CorporateAction) =>
    kinds
      .at(kind)
      .itemsOrNone()
      .filter((wire) => wire.at('symbol').text() === query.symbol)
      .map(read)
  return of(query, [
    ...list('cash_dividends', toDividend),
    ...list('forward_splits', toSplit),
    ...list('reverse_splits', toSplit),
    ...list('stock_dividends', toStockDividend),
  ])
}

export function joinCorporateActions(pages: readonly CorporateActions[], query: CorporateActionsQuery) {
  return of(
    query,
    pages.flatMap(({ actions }) => actions),
  )
}

function of(query: CorporateActionsQuery, actions: readonly CorporateAction[]): CorporateActions {
  const sorted = actions.toSorted((a, b) => a.date.localeCompare(b.date))
  return { instrument: query.instrument, actions: sorted, source: sourceOf('alpaca', query) }
}

function toDividend(wire: Wire): CorporateAction {
  const payDate = wire.at('payable_date').dateOrNull()
  const recordDate = wire.at('record_date').dateOrNull()
  return {
    type: 'dividend',
    date: wire.at('ex_date').date(),
    amount: wire.at('rate').number(),
    currency: 'USD',
    ...(payDate !== null && { payDate }),
    ...(recordDate !== null && { recordDate }),
  }
}

function toSplit(wire: Wire): CorporateAction {
  return {
    type: 'split',
    date: wire.at('ex_date').date(),
    numerator: wire.at('new_rate').number(),
    denominator: wire.at('old_rate').number(),
  }
}

/** Shares given for shares: 0.05 more for each is a split of 1.05 for 1. */
function toStockDividend(wire: Wire): CorporateAction {
  return {
    type: 'split',
    date: wire.at('ex_date').date(),
    numerator: 1 + wire.at('rate').number(),
    denominator: 1,
  }
}
