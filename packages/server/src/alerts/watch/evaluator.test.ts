import { type Bar, createClient, systemClock } from '@starkmatter/core'
import { afterEach, expect, test, vi } from 'vitest'
import { createMemoryBus } from '../../bus/memory-bus.ts'
import type { AlertStore } from '../../store/alerts/alert-store.ts'
import { createMemoryAlerts } from '../../store/alerts/memory-alerts.ts'
import { createMemoryStore } from '../../store/memory-store.ts'
import { alertOf as storedAlert } from '../../testing/describeAlerts.ts'
import { testProvider } from '../../testing/test-provider.ts'
import type { Alert } from '../alert.ts'
import type { CompareCondition, Operand } from '../rules/condition.ts'
import { createEvaluator } from './evaluator.ts'
import { alertTopic } from './notices.ts'

const minute = 60_000
const closing: (() => unknown)[] = []
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close()
})

/** The minute that is forming now; at this venue the price of a minute is its number. */
const thisMinute = () => Math.floor(Date.now() / minute)

function setup({
  alerts = createMemoryAlerts(),
  onBars = () => {},
}: {
  alerts?: AlertStore
  onBars?: () => void
} = {}) {
  const { provider, emit } = testProvider({ onBars })
  const client = createClient({ providers: [provider] })
  closing.push(() => client.close())
  const bus = createMemoryBus()
  const store = createMemoryStore()
  const context = { client, store, clock: systemClock, logger: undefined, timeoutMs: 5_000 }
  const start = () => {
    const evaluator = createEvaluator({ context, alerts, bus, newsEveryMs: 30, onDelivery: () => {} })
    closing.push(() => evaluator.close())
    return evaluator
  }
  const tell = (alertId: string) => bus.publish(alertTopic, JSON.stringify({ owner: 'ada', alertId }))
  const firings = () => alerts.listFirings('ada', { after: 0, limit: 100 })
  return { alerts, start, emit, tell, firings }
}

const bar = (time: number, close: number, changes: Partial<Bar> = {}): Bar => ({
  time,
  open: close,
  high: close,
  low: close,
  close,
  volume: 1,
  closed: false,
  ...changes,
})

const close: Operand = { kind: 'price', field: 'close' }
const level = (value: number): Operand => ({ kind: 'level', value })
const compare = (
  left: Operand,
  relation: CompareCondition['relation'],
  right: Operand,
): CompareCondition => ({
  type: 'compare',
  left,
  relation,
  right,
})

const alertOf = (changes: Partial<Alert>) =>
  storedAlert({ since: Date.now(), createdAt: Date.now(), ...changes })

const watching = (evaluator: ReturnType<ReturnType<typeof setup>['start']>, alert: Alert) =>
  vi.waitFor(() => expect(evaluator.stateOf(alert)?.state).toBe('watching'), { timeout: 5_000 })

test('a price that is reached fires once, with what made it fire; the alert is done', async () => {
  const { alerts, start, emit, firings } = setup()
  const now = thisMinute()
  const alert = alertOf({
    evaluate: 'tick',
    repeat: 'once',
    condition: compare(close, 'crosses above', level(now + 100)),
  })
  await alerts.addAlert(alert, 10)
  const evaluator = start()
  await watching(evaluator, alert)
  emit(bar(now * minute, now + 99), bar(now * minute, now + 98, { high: now + 101 }))
  await vi.waitFor(async () => expect(await firings()).toHaveLength(1))
  expect(await firings()).toMatchObject([
    {
      sequence: 1,
      alertId: 'a1',
      description: `AAPL: price crosses above ${(now + 100).toLocaleString('en-US')} on 1-minute bars, while they form`,
      barTime: now * minute,
      price: now + 98,
      values: [
        { name: 'price', value: now + 98 },
        { name: 'highest', value: now + 101 },
      ],
      simulated: false,
    },
  ])
  expect(await alerts.findAlert('ada', 'a1')).toMatchObject({ status: 'done', firings: 1, version: 2 })
  expect(evaluator.size).toBe(0)
})

test('an alert on closed bars has its average at once, and waits for the bar to close', async () => {
  const { alerts, start, emit, firings } = setup()
  const now = thisMinute()
  const average: Operand = { kind: 'indicator', name: 'SMA', params: { period: 30 } }
  const alert = alertOf({ condition: compare(close, 'crosses below', average) })
  await alerts.addAlert(alert, 10)
  await watching(start(), alert)
  emit(bar(now * minute, 5), bar(now * minute, 6))
  emit(bar(now * minute, 7, { closed: true }), bar((now + 1) * minute, 8))
  await vi.waitFor(async () => expect(await firings()).toHaveLength(1))
  const closes = Array.from({ length: 29 }, (_, n) => now - 29 + n)
  const expected = (closes.reduce((sum, one) => sum + one, 0) + 7) / 30
  const [firing] = await firings()
  expect(firing).toMatchObject({ barTime: now * minute, price: 7 })
  expect(firing?.values.find(({ name }) => name === 'SMA(30)')?.value).toBeCloseTo(expected, 6)
})

test('alerts on one series share one watch; one that is made, changed and removed is taken as it is told', async () => {
  let questions = 0
  const { alerts, start, emit, tell, firings } = setup({ onBars: () => questions++ })
  const now = thisMinute()
  const alert = (id: string, value: number, changes: Partial<Alert> = {}) =>
    alertOf({ id, evaluate: 'tick', condition: compare(close, 'crosses above', level(value)), ...changes })
  for (let n = 0; n < 20; n++) await alerts.addAlert(alert(`a${n}`, now + 1_000), 100)
  const evaluator = start()
  await watching(evaluator, alert('a0', 0))
  expect([evaluator.size, questions]).toEqual([1, 1])

  await alerts.addAlert(alert('new', now + 50), 100)
  await tell('new')
  await alerts.changeAlert(alert('a1', now + 60, { version: 2 }))
  await tell('a1')
  await alerts.removeAlert('ada', 'a2')
  await tell('a2')
  await new Promise((resolve) => setTimeout(resolve, 20))
  emit(bar(now * minute, now + 70))
  await vi.waitFor(async () => expect(await firings()).toHaveLength(2))
  expect((await firings()).map(({ alertId }) => alertId).sort()).toEqual(['a1', 'new'])
  expect(questions).toBe(1)
})

test('what happened while nobody was watching is made up for, once', async () => {
  const { alerts, start, firings } = setup()
  const now = thisMinute()
  const made = (now - 50) * minute
  // Among the minutes since, the price of this venue crossed the level 20 minutes ago.
  const alert = alertOf({
    since: made,
    createdAt: made,
    condition: compare(close, 'crosses above', level(now - 20)),
  })
  await alerts.addAlert(alert, 10)
  await alerts.saveCursors(new Map([['equity:AAPL 1m', (now - 40) * minute]]))
  const first = start()
  await vi.waitFor(async () => expect(await firings()).toHaveLength(1))
  expect(await firings()).toMatchObject([{ barTime: (now - 20) * minute, at: (now - 19) * minute }])
  await first.close()

  // As if the process had been killed before the cursor was written: the same bars again.
  const again = setup({ alerts })
  await alerts.saveCursors(new Map([['equity:AAPL 1m', 0]]))
  await watching(again.start(), alert)
  expect(await firings()).toHaveLength(1)
  expect((await alerts.findAlert('ada', 'a1'))?.firings).toBe(1)
})

test('two processes that evaluate the same alerts record a firing once', async () => {
  const alerts = createMemoryAlerts()
  const [one, other] = [setup({ alerts }), setup({ alerts })]
  const now = thisMinute()
  const alert = alertOf({ evaluate: 'tick', condition: compare(close, 'crosses above', level(now + 10)) })
  await alerts.addAlert(alert, 10)
  const evaluators = [one.start(), other.start()]
  for (const evaluator of evaluators) await watching(evaluator, alert)
  for (const { emit } of [one, other]) emit(bar(now * minute, now + 11))
  await vi.waitFor(async () => expect(await one.firings()).toHaveLength(1))
  await new Promise((resolve) => setTimeout(resolve, 100))
  expect(await one.firings()).toHaveLength(1)
  expect((await alerts.findAlert('ada', 'a1'))?.firings).toBe(1)
})

test('a store that is away for a while loses no firing', async () => {
  const memory = createMemoryAlerts()
  let failures = 0
  const alerts: AlertStore = {
    ...memory,
    async recordFiring(record) {
      if (++failures <= 2) throw new Error('The database is away.')
      return memory.recordFiring(record)
    },
  }
  const { start, emit, firings } = setup({ alerts })
  const now = thisMinute()
  const alert = alertOf({ evaluate: 'tick', condition: compare(close, 'crosses', level(now + 10)) })
  await alerts.addAlert(alert, 10)
  await watching(start(), alert)
  emit(bar(now * minute, now + 11))
  await new Promise((resolve) => setTimeout(resolve, 50))
  emit(bar(now * minute, now + 9))
  await vi.waitFor(async () => expect(await firings()).toHaveLength(2), { timeout: 5_000 })
  expect(failures).toBe(4)
})

test('one that is closed while it reads the alerts asks for nothing afterwards', async () => {
  const alerts = createMemoryAlerts()
  let answer = () => {}
  const read = vi.fn(() => new Promise<readonly Alert[]>((resolve) => (answer = () => resolve([]))))
  const { start } = setup({ alerts: { ...alerts, listActiveAlerts: read } })
  const schedule = vi.spyOn(systemClock, 'schedule')
  const evaluator = start()
  await vi.waitFor(() => expect(read).toHaveBeenCalledOnce())
  await evaluator.close()
  schedule.mockClear()
  answer()
  await new Promise((resolve) => setImmediate(resolve))
  expect(schedule).not.toHaveBeenCalled()
  schedule.mockRestore()
})

test('an instrument that nobody knows says so, and is asked for again', async () => {
  const { alerts, start } = setup()
  const alert = alertOf({ symbol: 'NOSUCH', instrument: 'equity:NOSUCH' })
  await alerts.addAlert(alert, 10)
  const evaluator = start()
  await vi.waitFor(() => expect(evaluator.stateOf(alert)?.state).toBe('failed'))
  expect(evaluator.stateOf(alert)?.message).toMatch(/NOSUCH/)
})

test('an alert whose time is over is expired when the evaluation begins', async () => {
  const { alerts, start } = setup()
  await alerts.addAlert(alertOf({ expiresAt: Date.now() - 1 }), 10)
  start()
  await vi.waitFor(async () => expect((await alerts.findAlert('ada', 'a1'))?.status).toBe('expired'))
})

test('a headline with the word fires once, however often the news are asked for', async () => {
  const { alerts, start, firings } = setup()
  const words = (id: string, word: string) =>
    alertOf({ id, condition: { type: 'headline', words: [word] }, repeat: 'every time' })
  await alerts.addAlert(words('a1', 'RISES'), 10)
  await alerts.addAlert(words('a2', 'falls'), 10)
  // The news of this venue are always of the moment; heard was what is older.
  await alerts.saveCursors(new Map([['news equity:AAPL 1m', Date.now() - minute]]))
  await watching(start(), words('a1', 'rises'))
  await vi.waitFor(async () => expect(await firings()).toHaveLength(1), { timeout: 5_000 })
  await new Promise((resolve) => setTimeout(resolve, 150))
  expect(await firings()).toMatchObject([
    { alertId: 'a1', headline: 'AAPL rises', occasion: expect.stringMatching(/^news:/) },
  ])
})

test('headlines that were there before anybody waited for them are no news', async () => {
  const { alerts, start, firings } = setup()
  const alert = alertOf({ condition: { type: 'headline', words: ['rises'] } })
  await alerts.addAlert(alert, 10)
  await watching(start(), alert)
  await new Promise((resolve) => setTimeout(resolve, 150))
  expect(await firings()).toEqual([])
})
