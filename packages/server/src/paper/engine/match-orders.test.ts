import { describe, expect, test } from 'vitest'
import { apple, paperDesk } from '../testing/paper-market.ts'
import { applySplit } from './apply-split.ts'
import { expireOrders, replaceOrder } from './change-order.ts'
import { decimal } from './decimal.ts'

function desk(settings?: Parameters<typeof paperDesk>[0]) {
  const made = paperDesk(settings)
  made.quote()
  return made
}

describe('a market order', () => {
  test('buys at the ask and sells at the bid', () => {
    const made = desk()
    expect(made.fills(made.place())).toEqual(['10@100.1'])
    expect(made.fills(made.place({ side: 'sell' }))).toEqual(['10@99.9'])
    expect(made.state.cash.toFixed()).toBe('9998')
  })

  test('takes no more than the size that is shown, and the rest from the quotes that follow', () => {
    const made = paperDesk()
    made.quote({ askSize: '4' })
    const id = made.place()
    expect(made.order(id)).toMatchObject({ state: 'partially-filled' })
    made.quote({ ask: '100.2', askSize: '5' })
    made.quote({ ask: '100.3', askSize: '50' })
    expect(made.fills(id)).toEqual(['4@100.1', '5@100.2', '1@100.3'])
    expect(made.order(id).state).toBe('filled')
  })

  test('does not take the same offer twice, however often it is shown', () => {
    const made = paperDesk()
    made.quote({ askSize: '4', time: 5 })
    const first = made.place({ quantity: '3' })
    const second = made.place({ quantity: '3' })
    for (let n = 0; n < 3; n++) made.quote({ askSize: '4', time: 5 })
    expect([made.fills(first), made.fills(second)]).toEqual([['3@100.1'], ['1@100.1']])
  })

  test('trades at the last price where no book is shown, and says so', () => {
    const made = paperDesk()
    made.quote({ bid: null, ask: null })
    expect(made.fills(made.place())).toEqual(['10@100'])
    expect(made.state.fills[0]?.basis).toBe('last')
  })

  test('does not trade at a last price that is a quarter of an hour old', () => {
    const made = paperDesk()
    made.quote({ bid: null, ask: null, time: 1 })
    made.wait(16 * 60_000)
    const id = made.place()
    expect(made.fills(id)).toEqual([])
    made.quote({ bid: null, ask: null })
    expect(made.fills(id)).toEqual(['10@100'])
  })

  test('finds nobody where only the other side of the book is there', () => {
    const made = paperDesk()
    made.quote({ ask: null })
    expect(made.fills(made.place())).toEqual([])
  })

  test('waits for the session, and fills at its first quote', () => {
    const made = paperDesk()
    made.quote({ isOpen: false, bid: null, ask: null })
    const id = made.place()
    expect(made.order(id).state).toBe('accepted')
    made.quote({ ask: '107' })
    expect(made.fills(id)).toEqual(['10@107'])
  })

  test('that cash no longer covers when it can fill is rejected, and nothing is spent', () => {
    const made = paperDesk()
    made.quote({ isOpen: false })
    const id = made.place({ quantity: '99' })
    made.quote({ ask: '107' })
    expect(made.order(id)).toMatchObject({ state: 'rejected', reason: 'buying-power' })
    expect(made.state.cash.toFixed()).toBe('10000')
  })
})

describe('a limit order', () => {
  test('that meets a better offer takes it', () => {
    const made = desk()
    expect(made.fills(made.place({ type: 'limit', limitPrice: '101' }))).toEqual(['10@100.1'])
  })

  test('that waits fills at its limit and no better, when the offer comes down to it', () => {
    const made = desk()
    const id = made.place({ type: 'limit', limitPrice: '99' })
    made.quote({ bid: '98.9', ask: '99.1', last: '98' })
    expect(made.fills(id)).toEqual([])
    made.quote({ bid: '97', ask: '97.5' })
    expect(made.fills(id)).toEqual(['10@99'])
  })

  test('without a book fills when a later trade goes through its limit; one at its limit is not enough', () => {
    const made = paperDesk()
    const bare = { bid: null, ask: null }
    made.quote(bare)
    const id = made.place({ type: 'limit', limitPrice: '99' })
    made.quote({ ...bare, last: '99' })
    expect(made.fills(id)).toEqual([])
    made.quote({ ...bare, last: '98.99' })
    expect(made.fills(id)).toEqual(['10@99'])
  })

  test('that is sold waits for the bid', () => {
    const made = desk()
    made.place()
    const id = made.place({ side: 'sell', type: 'limit', limitPrice: '105' })
    made.quote({ bid: '104.9', ask: '105.5' })
    expect(made.fills(id)).toEqual([])
    made.quote({ bid: '106', ask: '106.1' })
    expect(made.fills(id)).toEqual(['10@105'])
  })

  test('at once or never: what does not fill is cancelled', () => {
    const made = paperDesk()
    made.quote({ askSize: '4' })
    const id = made.place({ type: 'limit', limitPrice: '100.1', timeInForce: 'ioc' })
    expect(made.fills(id)).toEqual(['4@100.1'])
    expect(made.order(id)).toMatchObject({ state: 'cancelled', reason: 'not-filled-at-once' })
    const none = made.place({ type: 'limit', limitPrice: '99', timeInForce: 'ioc' })
    expect(made.order(none)).toMatchObject({ state: 'cancelled', reason: 'not-filled-at-once' })
  })
})

describe('a stop', () => {
  test('over a gap fills where the market is, not at its price', () => {
    const made = desk()
    made.place()
    const id = made.place({ side: 'sell', type: 'stop', stopPrice: '95' })
    made.quote({ bid: '95.5', ask: '95.7', last: '95.6' })
    expect(made.fills(id)).toEqual([])
    made.quote({ bid: '89.8', ask: '90.2', last: '90' })
    expect(made.fills(id)).toEqual(['10@89.8'])
  })

  test('is not reached by a trade from before it came', () => {
    const made = paperDesk()
    made.quote({ last: '100', time: 500 })
    const id = made.place({ type: 'stop', stopPrice: '101' })
    made.quote({ ask: '102', last: '101.5', time: 400 })
    expect(made.order(id).isTriggered).toBe(false)
    made.quote({ ask: '102', last: '101.5', time: 501 })
    expect(made.fills(id)).toEqual(['10@102'])
  })

  test('with a limit waits at the limit once the market has gone past it', () => {
    const made = desk()
    made.place()
    const id = made.place({ side: 'sell', type: 'stop-limit', stopPrice: '95', limitPrice: '94' })
    made.quote({ bid: '90', ask: '90.2', last: '90.1' })
    expect(made.order(id)).toMatchObject({ isTriggered: true, isResting: true, state: 'accepted' })
    made.quote({ bid: '94.5', ask: '94.7', last: '94.6' })
    expect(made.fills(id)).toEqual(['10@94'])
  })

  test('that was passed already is refused', () => {
    const made = desk()
    expect(() => made.place({ type: 'stop', stopPrice: '99' })).toThrow(/must be above it, and is 99/)
  })
})

test('slippage makes what is taken worse, and never beyond a limit', () => {
  const made = desk({ slippageBps: '10' })
  expect(made.fills(made.place())).toEqual(['10@100.2001'])
  expect(made.fills(made.place({ side: 'sell', quantity: '1' }))).toEqual(['1@99.8001'])
  expect(made.fills(made.place({ type: 'limit', limitPrice: '100.15' }))).toEqual(['10@100.15'])
})

test('the minimum commission is asked once for an order, however many fills it takes', () => {
  const made = paperDesk({ commission: { perUnit: '0.1', rate: '0', minimum: '1' } })
  made.quote({ askSize: '4' })
  made.place({ quantity: '20' })
  made.quote({ ask: '100.2', askSize: '6' })
  made.quote({ ask: '100.3', askSize: '10' })
  expect(made.state.fills.map(({ fee }) => fee)).toEqual(['1', '0', '1'])
})

test('a commission takes no more than the trade is worth', () => {
  const made = paperDesk({ commission: { perUnit: '0', rate: '0', minimum: '5' } })
  made.quote({ bid: '0.01', ask: '0.01', last: '0.01' })
  made.place({ quantity: '1' })
  expect(made.state.fees.toFixed()).toBe('0.01')
})

test('an order for the day is over when the day is, and the journal says at that time', () => {
  const made = desk()
  const id = made.place({ type: 'limit', limitPrice: '90', timeInForce: 'day' })
  expect(expireOrders(made.state, 999_999)).toEqual([])
  made.record(expireOrders(made.state, 2_000_000))
  expect(made.order(id)).toMatchObject({ state: 'expired', reason: 'day-over', changedAt: 1_000_000 })
})

test('shares are sold short only where the account allows it, and half their worth more must be there', () => {
  expect(() => desk().place({ side: 'sell' })).toThrow(/holds 0 of equity:AAPL, and the order sells 10/)
  const made = desk({ allowShort: true })
  made.place({ side: 'sell', quantity: '200' })
  expect(made.state.positions.get(apple)?.quantity.toFixed()).toBe('-200')
  expect(() => made.place({ side: 'sell', quantity: '1' })).toThrow(/buying power is/)
  // What gives the short back is never refused.
  made.quote({ ask: '150', bid: '149', last: '150' })
  made.place({ quantity: '200' })
  expect(made.state.positions.size).toBe(0)
  expect(made.state.cash.toFixed()).toBe('-20')
})

test('a fill against simulated quotes is marked, and so is the account', () => {
  const made = paperDesk()
  made.quote({ simulated: true })
  made.place()
  expect(made.state.fills[0]?.simulated).toBe(true)
  expect(made.state.isSimulated).toBe(true)
})

test('what is sold leaves at the average price of what was bought, and the rest keeps it', () => {
  const made = paperDesk({ commission: { perUnit: '0.1', rate: '0', minimum: '0' } })
  made.quote({ ask: '100' })
  made.place({ quantity: '10' })
  made.quote({ ask: '130' })
  made.place({ quantity: '20' })
  made.quote({ bid: '125' })
  made.place({ side: 'sell', quantity: '15' })
  const position = made.state.positions.get(apple)
  expect(position?.cost.div(position.quantity).toFixed()).toBe('120')
  expect(made.state.realised.toFixed()).toBe('75')
  // The round trip ends with the last share: 30 x 5 won, without 60 x 0.1 of commission.
  made.place({ side: 'sell', quantity: '15' })
  expect(made.state.trips.profit.toFixed()).toBe('144')
})

test('a split gives new shares for old ones at the same cost, once, and cancels what is open', () => {
  const made = desk()
  made.place()
  const open = made.place({ type: 'limit', limitPrice: '90' })
  const split = { date: '2024-06-10', numerator: 10, denominator: 1 }
  for (let n = 0; n < 2; n++) made.record(applySplit(made.state, apple, split, '2024-06-07', made.now))
  expect(made.state.positions.get(apple)).toMatchObject({ quantity: decimal(100), cost: decimal(1001) })
  expect(made.order(open)).toMatchObject({ state: 'cancelled', reason: 'split' })
  // One that was bought on the day of the split has its price after it.
  expect(applySplit(made.state, apple, { ...split, date: '2024-06-07' }, '2024-06-07', made.now)).toEqual([])
})

test('a replaced order comes anew: it takes the offer that it now reaches, and keeps what it has', () => {
  const made = paperDesk()
  made.quote({ askSize: '4' })
  const id = made.place({ type: 'limit', limitPrice: '100.1' })
  made.quote({ ask: '102', bid: '101' })
  made.record([replaceOrder(made.state, id, { quantity: '6', limitPrice: '103' }, made.view(apple))])
  made.match(apple)
  expect(made.fills(id)).toEqual(['4@100.1', '2@102'])
  expect(() => replaceOrder(made.state, id, { quantity: '9' }, made.view(apple))).toThrow(/Order 1 is filled/)
})

test('a refusal says what there is and what it would take', () => {
  const made = paperDesk({ cash: '1234.5' })
  made.quote({ ask: '150' })
  expect(() => made.place()).toThrow('The buying power is 1,234.50 USD, and the order needs 1,500.00.')
})
