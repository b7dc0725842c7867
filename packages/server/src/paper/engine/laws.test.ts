import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { apple, paperDesk } from '../testing/paper-market.ts'
import type { AccountState } from './account-state.ts'
import { replay } from './apply-event.ts'
import { applySplit } from './apply-split.ts'
import { equityOf, freeCash } from './buying-power.ts'
import { cancelOrder, expireOrders, replaceOrder } from './change-order.ts'
import { decimal, sum } from './decimal.ts'
import type { AccountSettings, PaperEvent } from './events.ts'
import { OrderRefusedError } from './OrderRefusedError.ts'
import { placedBefore } from './place-order.ts'

const instruments = [apple, 'equity:IBM'] as const
const price = fc.integer({ min: 1, max: 20_000 }).map((cents) => decimal(cents).div(100).toFixed())
const quantity = fc.oneof(
  fc.integer({ min: 1, max: 200 }).map(String),
  fc.integer({ min: 1, max: 999_999 }).map((parts) => decimal(parts).div(1_000_000).toFixed()),
)
const instrument = fc.constantFrom(...instruments)
const side = fc.constantFrom('buy' as const, 'sell' as const)
const timeInForce = fc.constantFrom('day' as const, 'gtc' as const, 'ioc' as const)

const prices = fc.oneof(
  fc.record({
    type: fc.constant('market' as const),
    limitPrice: fc.constant(null),
    stopPrice: fc.constant(null),
  }),
  fc.record({ type: fc.constant('limit' as const), limitPrice: price, stopPrice: fc.constant(null) }),
  fc.record({ type: fc.constant('stop' as const), limitPrice: fc.constant(null), stopPrice: price }),
  fc.record({ type: fc.constant('stop-limit' as const), limitPrice: price, stopPrice: price }),
)

const step = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('quote' as const),
      instrument,
      middle: fc.integer({ min: 2, max: 20_000 }),
      half: fc.integer({ min: 0, max: 5 }),
      size: fc.option(fc.integer({ min: 1, max: 100 }), { nil: undefined }),
      hasBook: fc.boolean(),
      isOpen: fc.integer({ min: 0, max: 4 }).map((n) => n > 0),
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('place' as const),
      instrument,
      side,
      quantity,
      timeInForce,
      prices,
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('cancel' as const), pick: fc.nat(20) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('replace' as const),
      pick: fc.nat(20),
      quantity,
      limitPrice: price,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('split' as const),
      instrument,
      day: fc.integer({ min: 1, max: 28 }),
      numerator: fc.integer({ min: 1, max: 5 }),
      denominator: fc.integer({ min: 1, max: 5 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('wait' as const), ms: fc.integer({ min: 1, max: 600_000 }) }),
  },
)

const settings = fc.record({
  allowShort: fc.boolean(),
  slippageBps: fc.constantFrom('0', '7.5'),
  liquidity: fc.constantFrom('displayed' as const, 'unlimited' as const),
  commission: fc.constantFrom(
    { perUnit: '0', rate: '0', minimum: '0' },
    { perUnit: '0.005', rate: '0.00123', minimum: '1' },
  ),
})

type Step = typeof step extends fc.Arbitrary<infer value> ? value : never
type Desk = ReturnType<typeof paperDesk>

/** Takes the steps; `watch` sees the account after each. Refusals change nothing and are passed over. */
function run(
  options: Partial<AccountSettings>,
  steps: readonly Step[],
  watch: (desk: Desk, before: AccountState) => void,
) {
  const desk = paperDesk(options)
  for (const next of steps) {
    const before = desk.state
    try {
      take(desk, next)
    } catch (error) {
      if (!(error instanceof OrderRefusedError)) throw error
      expect(desk.state).toBe(before)
    }
    watch(desk, before)
  }
  return desk
}

function take(desk: Desk, next: Step): void {
  const open = [...desk.state.openOrders.keys()]
  switch (next.do) {
    case 'quote': {
      const cents = (value: number) => decimal(Math.max(1, value)).div(100).toFixed()
      const size = next.size === undefined ? {} : { bidSize: String(next.size), askSize: String(next.size) }
      const book = next.hasBook
        ? { bid: cents(next.middle - next.half), ask: cents(next.middle + next.half), ...size }
        : { bid: null, ask: null }
      desk.quote({ instrument: next.instrument, last: cents(next.middle), isOpen: next.isOpen, ...book })
      return
    }
    case 'place': {
      const { prices: terms, do: _do, ...rest } = next
      desk.place({ ...rest, ...terms })
      return
    }
    case 'wait':
      desk.wait(next.ms)
      desk.record(expireOrders(desk.state, desk.now))
      return
    case 'split': {
      const date = `2024-01-${String(next.day).padStart(2, '0')}`
      desk.record(applySplit(desk.state, next.instrument, { ...next, date }, '2023-12-31', desk.now))
      return
    }
    case 'cancel':
    case 'replace': {
      const id = open[next.pick % Math.max(1, open.length)]
      const order = id === undefined ? undefined : desk.state.openOrders.get(id)
      if (id === undefined || !order) return
      const view = desk.view(order.terms.instrument)
      if (next.do === 'cancel') desk.record([cancelOrder(desk.state, id, desk.now)])
      else {
        const limit = order.limitPrice ? { limitPrice: next.limitPrice } : {}
        desk.record([replaceOrder(desk.state, id, { quantity: next.quantity, ...limit }, view)])
      }
      desk.match(order.terms.instrument)
    }
  }
}

const history = fc.array(step, { maxLength: 60 })

test('cash and the cost of what is held, without what was realised and with the fees, is what the account began with', () => {
  fc.assert(
    fc.property(settings, history, (options, steps) => {
      run(options, steps, ({ state }) => {
        const costs = sum([...state.positions.values()].map(({ cost }) => cost))
        expect(state.cash.plus(costs).minus(state.realised).plus(state.fees).toFixed()).toBe('10000')
      })
    }),
  )
})

test('what is held is what fills and splits made of it', () => {
  fc.assert(
    fc.property(settings, history, (options, steps) => {
      const { journal, state } = run(options, steps, () => {})
      const terms = new Map<string, { instrument: string; side: string }>()
      const held = new Map<string, ReturnType<typeof decimal>>()
      for (const event of journal) {
        if (event.type === 'accepted') terms.set(event.terms.id, event.terms)
        if (event.type === 'filled') {
          const { instrument: id = '', side: way = '' } = terms.get(event.order) ?? {}
          const before = held.get(id) ?? decimal(0)
          held.set(id, way === 'buy' ? before.plus(event.fill.quantity) : before.minus(event.fill.quantity))
        }
        if (event.type === 'split') {
          const before = held.get(event.instrument) ?? decimal(0)
          held.set(event.instrument, before.times(event.numerator).div(event.denominator).round(8, 0))
        }
      }
      for (const id of instruments) {
        expect(state.positions.get(id)?.quantity.toFixed() ?? '0').toBe(
          (held.get(id) ?? decimal(0)).toFixed(),
        )
      }
    }),
  )
})

test('a journal, written down and read again, gives the same account', () => {
  fc.assert(
    fc.property(settings, history, (options, steps) => {
      const { journal, state } = run(options, steps, () => {})
      const read: PaperEvent[] = JSON.parse(JSON.stringify(journal))
      expect(replay(read)).toEqual(state)
    }),
  )
})

test('an order that ended never fills again, and none fills more than it asked for', () => {
  fc.assert(
    fc.property(settings, history, (options, steps) => {
      const { journal } = run(options, steps, ({ state }) => {
        for (const order of [...state.openOrders.values(), ...state.closedOrders]) {
          expect(order.filled.lte(order.quantity)).toBe(true)
          expect(order.state === 'filled').toBe(order.filled.eq(order.quantity))
        }
      })
      const over = new Set<string>()
      for (const event of journal) {
        if (event.type === 'ended') over.add(event.order)
        if (event.type === 'filled') expect(over).not.toContain(event.order)
      }
    }),
  )
})

test('an account that does not sell short never holds less than nothing, and what it may spend is never below zero', () => {
  fc.assert(
    fc.property(settings, history, (options, steps) => {
      run({ ...options, allowShort: false }, steps, ({ state }) => {
        for (const { quantity: held } of state.positions.values()) expect(held.gt(0)).toBe(true)
        expect(freeCash(state).gte(0)).toBe(true)
      })
    }),
    { numRuns: 500 },
  )
})

test('a limit is never overstepped, and nothing fills better than the quote or its own limit', () => {
  fc.assert(
    fc.property(settings, history, (options, steps) => {
      const limits = new Map<string, { side: 'buy' | 'sell'; limit: string | null }>()
      let seen = 0
      run(options, steps, ({ journal }) => {
        for (const event of journal.slice(seen)) {
          if (event.type === 'accepted')
            limits.set(event.terms.id, { side: event.terms.side, limit: event.terms.limitPrice })
          const known = 'order' in event ? limits.get(event.order) : undefined
          if (event.type === 'replaced' && known) known.limit = event.limitPrice
          if (event.type !== 'filled' || !known || known.limit === null) continue
          const filled = decimal(event.fill.price)
          expect(known.side === 'buy' ? filled.lte(known.limit) : filled.gte(known.limit)).toBe(true)
        }
        seen = journal.length
      })
    }),
  )
})

test('the largest fall is that of the points of the curve', () => {
  fc.assert(
    fc.property(settings, history, (options, steps) => {
      const { state } = run(options, steps, () => {})
      let peak = decimal(0)
      let worst = decimal(0)
      for (const { equity } of state.equityCurve) {
        if (equity.gt(peak)) peak = equity
        const fall = peak.minus(equity).div(peak)
        if (fall.gt(worst)) worst = fall
      }
      expect(state.maxDrawdown.toFixed()).toBe(worst.toFixed())
      expect(equityOf(state).toFixed()).toBe(state.equityCurve.at(-1)?.equity.toFixed() ?? '')
    }),
  )
})

test('asking again with the same client order id places nothing, and with other terms is refused', () => {
  const desk = paperDesk()
  desk.quote()
  const request = { clientOrderId: 'mine' } as const
  const id = desk.place(request)
  const terms = desk.order(id).terms
  expect(placedBefore(desk.state, { ...terms, quantity: '10.0' })?.terms.id).toBe(id)
  expect(() => placedBefore(desk.state, { ...terms, quantity: '11' })).toThrow(/was used for another order/)
  expect(placedBefore(desk.state, { ...terms, clientOrderId: 'other' })).toBeUndefined()
})
