import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createBudget } from './createBudget.ts'

const listed = { input: 3, output: 15, cacheRead: 0.3, cacheWrite: 3.75 }
const price = () => listed

describe('createBudget', () => {
  test('whatever is asked and used, no limit is passed', () => {
    const calls = fc.array(
      fc.record({
        input: fc.nat(20_000),
        wanted: fc.integer({ min: 1, max: 8_000 }),
        used: fc.double({ min: 0, max: 1, noNaN: true }),
        parallel: fc.boolean(),
      }),
      { maxLength: 40 },
    )
    fc.assert(
      fc.property(
        calls,
        fc.double({ min: 0.01, max: 1, noNaN: true }),
        fc.nat(100_000),
        fc.nat(20_000),
        (list, usd, inputTokens, outputTokens) => {
          const budget = createBudget({ usd, inputTokens, outputTokens })
          const open: (() => void)[] = []
          for (const { input, wanted, used, parallel } of list) {
            const reservation = budget.reserve({
              inputTokens: input,
              wantedOutputTokens: wanted,
              minimumOutputTokens: 1,
              price,
            })
            if (!reservation) continue
            expect(reservation.maxOutputTokens).toBeLessThanOrEqual(wanted)
            const settle = () =>
              reservation.settle({
                inputTokens: 0,
                cacheReadTokens: 0,
                cacheWriteTokens: input,
                outputTokens: Math.floor(reservation.maxOutputTokens * used),
              })
            if (parallel) open.push(settle)
            else settle()
          }
          for (const settle of open) settle()
          const { spent } = budget
          expect(spent.usd).toBeLessThanOrEqual(usd + 1e-9)
          expect(spent.inputTokens).toBeLessThanOrEqual(inputTokens)
          expect(spent.outputTokens).toBeLessThanOrEqual(outputTokens)
        },
      ),
    )
  })

  test('a reservation is settled once, so a lost stream is not paid twice', () => {
    const budget = createBudget({ outputTokens: 100 })
    const reservation = budget.reserve({
      inputTokens: 10,
      wantedOutputTokens: 50,
      minimumOutputTokens: 1,
      price,
    })
    const usage = { inputTokens: 10, cacheReadTokens: 0, cacheWriteTokens: 0, outputTokens: 30 }
    reservation?.settle(usage)
    reservation?.settle(usage)
    expect(budget.spent.outputTokens).toBe(30)
  })

  test.each([
    [
      { inputTokens: 1e12, outputTokens: 1e12 },
      { inputTokens: 10, outputTokens: 30 },
    ],
    [
      { inputTokens: -1e12, outputTokens: Number.NaN },
      { inputTokens: 10, outputTokens: 30 },
    ],
    [
      { inputTokens: 4, outputTokens: 20 },
      { inputTokens: 4, outputTokens: 20 },
    ],
  ])(
    'a vendor who tells more than was allowed, or nonsense, is owed the worst case: %j',
    (told, expected) => {
      const budget = createBudget({ usd: 1 })
      const reservation = budget.reserve({
        inputTokens: 10,
        wantedOutputTokens: 30,
        minimumOutputTokens: 1,
        price,
      })
      reservation?.settle({ cacheReadTokens: 0, cacheWriteTokens: 0, ...told })
      expect(budget.spent).toMatchObject(expected)
      expect(budget.spent.usd).toBeLessThan(1)
    },
  )

  test('what is reserved for the last turn cannot be spent before it, and can be once it is released', () => {
    const budget = createBudget({ outputTokens: 1_000 })
    const reserve = (wantedOutputTokens: number, minimumOutputTokens = 1) =>
      budget.reserve({ inputTokens: 0, wantedOutputTokens, minimumOutputTokens, price })
    const kept = reserve(400, 400)
    const first = reserve(5_000)
    expect(first?.maxOutputTokens).toBe(600)
    first?.settle({ inputTokens: 0, cacheReadTokens: 0, cacheWriteTokens: 0, outputTokens: 600 })
    expect(reserve(1)).toBeUndefined()
    kept?.release()
    expect(reserve(5_000)?.maxOutputTokens).toBe(400)
  })

  test('a prompt that turns out short is not paid as a long one, and the oldest price list is told', () => {
    const budget = createBudget({ usd: 1 })
    const tiered = (promptTokens: number) => ({
      ...listed,
      input: promptTokens > 1_000 ? 30 : 3,
      asOf: promptTokens > 1_000 ? '2026-01-01' : '2026-02-01',
    })
    const reserve = (inputTokens: number) =>
      budget.reserve({ inputTokens, wantedOutputTokens: 10, minimumOutputTokens: 1, price: tiered })
    const usage = { outputTokens: 0, cacheReadTokens: 0, cacheWriteTokens: 0 }
    reserve(2_000)?.settle({ ...usage, inputTokens: 900 })
    expect(budget.spent).toMatchObject({ usd: (900 * 3) / 1e6, pricesAsOf: '2026-02-01' })
    reserve(2_000)?.settle({ ...usage, inputTokens: 1_500 })
    expect(budget.spent.usd).toBeCloseTo((900 * 3 + 1_500 * 30) / 1e6, 12)
    expect(budget.spent.pricesAsOf).toBe('2026-01-01')
  })

  test('tool calls are taken all or none', () => {
    const budget = createBudget({ toolCalls: 3 })
    expect([budget.takeToolCalls(2), budget.takeToolCalls(2), budget.takeToolCalls(1)]).toEqual([
      true,
      false,
      true,
    ])
  })
})
