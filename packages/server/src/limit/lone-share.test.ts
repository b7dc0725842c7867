import fc from 'fast-check'
import { expect, test } from 'vitest'
import { loneTime } from './lone-share.ts'
import { OwnGrants } from './own-grants.ts'

const budget = fc.record({
  tokens: fc.integer({ min: 1, max: 30 }),
  seconds: fc.integer({ min: 1, max: 20 }),
})

test('processes that cannot hear each other together stay within every window', () => {
  const run = fc.record({
    processes: fc.integer({ min: 1, max: 9 }),
    budgets: fc.array(budget, { minLength: 1, maxLength: 2 }),
    /** Share of each budget that was used when Redis was lost. */
    used: fc.double({ min: 0, max: 1, noNaN: true }),
    asks: fc.array(
      fc.record({
        after: fc.integer({ min: 0, max: 900 }),
        by: fc.nat(),
        weight: fc.integer({ min: 1, max: 3 }),
      }),
      { maxLength: 300 },
    ),
  })
  fc.assert(
    fc.property(run, ({ processes, budgets, used, asks }) => {
      const limits = budgets.map(({ tokens, seconds }) => ({ tokens, every: `${seconds}s` as const }))
      const lostAt = 1_000_000
      const members = Array.from({ length: processes }, (_, rank) => {
        const own = new OwnGrants()
        const windows = own.windowsOf('a', limits)
        for (const window of windows) {
          window.usedByAll = Math.floor(window.tokens * used)
          window.heardAt = lostAt
        }
        return { own, windows, company: { processes, rank, offsetMs: 0, lostAt } }
      })
      const sent: { at: number; weight: number }[] = []
      let now = lostAt
      for (const { after, by, weight } of asks) {
        now += after
        const member = members[by % processes]
        if (!member) continue
        const verdict = loneTime(member.windows, weight, member.company, now)
        if (verdict && verdict.at > now) continue
        member.own.take(member.windows, { id: '', weight, alone: true }, () => now)()
        sent.push({ at: now, weight })
      }
      for (const { tokens, seconds } of budgets) {
        const before = { at: lostAt, weight: Math.floor(tokens * used) }
        for (const { at } of sent) {
          const inside = [before, ...sent].filter((one) => one.at > at - seconds * 1_000 && one.at <= at)
          expect(inside.reduce((sum, one) => sum + one.weight, 0)).toBeLessThanOrEqual(tokens)
        }
      }
    }),
    { numRuns: 300 },
  )
})

test('where a share is less than one, every process has its turn', () => {
  const own = new OwnGrants()
  const windows = own.windowsOf('a', [{ tokens: 5, every: '1m' }])
  const company = { processes: 8, offsetMs: 0, lostAt: 0 }
  const turns = Array.from({ length: 8 }, (_, rank) => loneTime(windows, 5, { ...company, rank }, 65_000)?.at)
  expect(new Set(turns).size).toBe(8)
  // Eight turns of a window and a silence of the same length, five seconds of margin each.
  expect(Math.max(...turns.map(Number)) - 65_000).toBeLessThan(8 * 2 * 65_000)
})
