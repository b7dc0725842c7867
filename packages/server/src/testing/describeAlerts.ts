import { expect, test } from 'vitest'
import type { Alert, Delivery, Firing } from '../alerts/alert.ts'
import { type AlertStore, keptFirings, type NewFiring } from '../store/alerts/alert-store.ts'

export function alertOf(changes: Partial<Alert> = {}): Alert {
  return {
    id: 'a1',
    owner: 'ada',
    name: null,
    symbol: 'AAPL',
    instrument: 'equity:AAPL',
    interval: '1m',
    condition: {
      type: 'compare',
      left: { kind: 'price', field: 'close' },
      relation: 'crosses above',
      right: { kind: 'level', value: 100.1 },
    },
    evaluate: 'close',
    repeat: 'every time',
    coolDownMs: 0,
    expiresAt: null,
    webhook: null,
    status: 'active',
    firings: 0,
    lastFiredAt: null,
    lastFiredBar: null,
    since: 1_000,
    createdAt: 1_000,
    version: 1,
    ...changes,
  }
}

export function firingOf(changes: Partial<NewFiring> = {}): NewFiring {
  return {
    id: 'f1',
    alertId: 'a1',
    owner: 'ada',
    occasion: 'bar:60000',
    description: 'AAPL: close crosses above 100.1 on 1-minute bars',
    name: null,
    instrument: 'equity:AAPL',
    interval: '1m',
    barTime: 60_000,
    at: 120_000,
    recordedAt: 120_005,
    price: 100.1 + 0.2,
    values: [{ name: 'close', value: 100.1 + 0.2 }],
    headline: null,
    simulated: false,
    test: false,
    ...changes,
  }
}

function deliveryOf({ id, owner, alertId, sequence }: Firing, changes: Partial<Delivery> = {}): Delivery {
  const facts = { url: 'https://hooks.example/1', payload: '{"a":1}', status: 'pending' } as const
  return { id, owner, alertId, sequence, ...facts, attempts: 0, dueAt: 0, lastError: null, ...changes }
}

/** The rules of `store.alerts`, a part of every store's suite. */
export function describeAlerts(open: () => Promise<AlertStore>): void {
  /** An alert that has fired a number of times, with a delivery of each. */
  async function fired(alerts: AlertStore, times: number): Promise<void> {
    await alerts.addAlert(alertOf(), 10)
    for (let n = 1; n <= times; n++)
      await alerts.recordFiring({
        firing: firingOf({ id: `f${n}`, occasion: `bar:${n}` }),
        alert: alertOf({ firings: n, version: n + 1 }),
        delivery: (firing) => deliveryOf(firing, { dueAt: n }),
      })
  }

  test('an alert comes back as it was, to its owner alone', async () => {
    const alerts = await open()
    expect(await alerts.addAlert(alertOf(), 10)).toBe(true)
    await alerts.addAlert(alertOf({ id: 'b1', owner: 'bob', status: 'paused', createdAt: 1 }), 10)
    await alerts.addAlert(alertOf({ id: 'a2', createdAt: 2_000 }), 10)
    expect(await alerts.findAlert('ada', 'a1')).toEqual(alertOf())
    expect(await alerts.findAlert('bob', 'a1')).toBeUndefined()
    expect((await alerts.listAlerts('ada')).map(({ id }) => id)).toEqual(['a1', 'a2'])
    expect((await alerts.listActiveAlerts()).map(({ id }) => id).sort()).toEqual(['a1', 'a2'])
  })

  test('an owner has no more alerts than allowed, however many come at once', async () => {
    const alerts = await open()
    const added = await Promise.all(
      Array.from({ length: 5 }, (_, n) => alerts.addAlert(alertOf({ id: `a${n}` }), 3)),
    )
    expect(added.filter(Boolean)).toHaveLength(3)
    expect(await alerts.addAlert(alertOf({ id: 'b', owner: 'bob' }), 3)).toBe(true)
  })

  test('of two changes of one version the second is refused', async () => {
    const alerts = await open()
    await alerts.addAlert(alertOf(), 10)
    const changes = await Promise.all(
      ['x', 'y'].map((name) => alerts.changeAlert(alertOf({ name, version: 2 }))),
    )
    expect(changes.sort()).toEqual([false, true])
    expect(await alerts.changeAlert(alertOf({ id: 'gone', version: 2 }))).toBe(false)
  })

  test('a firing is recorded once, with the alert and what is to be sent, or not at all', async () => {
    const alerts = await open()
    await alerts.addAlert(alertOf(), 10)
    const after = alertOf({ status: 'done', firings: 1, version: 2 })
    const record = { firing: firingOf(), alert: after, delivery: (one: Firing) => deliveryOf(one) }
    const outcomes = await Promise.all([alerts.recordFiring(record), alerts.recordFiring(record)])
    expect(outcomes).toContainEqual({ ...firingOf(), sequence: 1 })
    expect(outcomes).toContain('repeated')
    expect(await alerts.findAlert('ada', 'a1')).toEqual(after)
    expect(await alerts.listActiveAlerts()).toEqual([])
    const other = {
      firing: firingOf({ id: 'f2', occasion: 'bar:2' }),
      alert: after,
      delivery: record.delivery,
    }
    expect(await alerts.recordFiring(other)).toBe('changed')
    expect(await alerts.listFirings('ada', { limit: 9 })).toHaveLength(1)
    expect(await alerts.listDeliveries('ada', [1, 2])).toHaveLength(1)
    expect(await alerts.getUnread('ada')).toEqual({ last: 1, read: 0 })
  })

  test('a firing that leaves no room for its delivery is not recorded either', async () => {
    const alerts = await open()
    await alerts.addAlert(alertOf(), 10)
    const delivery = () => {
      throw new Error('cannot be written')
    }
    const record = async () =>
      alerts.recordFiring({ firing: firingOf(), alert: alertOf({ version: 2 }), delivery })
    await expect(record()).rejects.toThrow('cannot be written')
    expect(await alerts.listFirings('ada', { limit: 9 })).toEqual([])
    expect((await alerts.findAlert('ada', 'a1'))?.version).toBe(1)
  })

  test('places of firings have no holes, whoever records them at once, and are an owner’s own', async () => {
    const alerts = await open()
    await Promise.all(
      Array.from({ length: 12 }, (_, n) =>
        alerts.recordFiring({
          firing: firingOf({ id: `f${n}`, owner: n % 2 ? 'ada' : 'bob', occasion: `test:${n}` }),
        }),
      ),
    )
    const places = (await alerts.listFirings('ada', { after: 0, limit: 9 })).map(({ sequence }) => sequence)
    expect(places).toEqual([1, 2, 3, 4, 5, 6])
  })

  test('firings are read forwards from a place, or backwards from the newest', async () => {
    const alerts = await open()
    await fired(alerts, 5)
    const read = async (page: object) =>
      (await alerts.listFirings('ada', { limit: 2, ...page })).map(({ sequence }) => sequence)
    expect(await read({})).toEqual([5, 4])
    expect(await read({ before: 4 })).toEqual([3, 2])
    expect(await read({ after: 0 })).toEqual([1, 2])
    expect(await read({ after: 4 })).toEqual([5])
    expect(await read({ alertId: 'other' })).toEqual([])
  })

  test('what was looked at never becomes unread again', async () => {
    const alerts = await open()
    await fired(alerts, 3)
    await alerts.markRead('ada', 2)
    await alerts.markRead('ada', 1)
    expect(await alerts.getUnread('ada')).toEqual({ last: 3, read: 2 })
    await alerts.markRead('ada', 99)
    expect(await alerts.getUnread('ada')).toEqual({ last: 3, read: 3 })
  })

  test('a delivery that is due is given to one of several who ask, and again when nobody settled it', async () => {
    const alerts = await open()
    await fired(alerts, 4)
    const claims = await Promise.all(
      [1, 2].map(() => alerts.claimDeliveries({ now: 3, until: 50, limit: 2 })),
    )
    expect(
      claims
        .flat()
        .map(({ id, attempts }) => [id, attempts])
        .sort(),
    ).toEqual([
      ['f1', 1],
      ['f2', 1],
      ['f3', 1],
    ])
    await alerts.settleDelivery('f1', { status: 'delivered', dueAt: 0, lastError: null })
    await alerts.settleDelivery('f2', { status: 'dead', dueAt: 0, lastError: 'It answered 410.' })
    await alerts.settleDelivery('f3', { status: 'pending', dueAt: 60, lastError: 'It answered 500.' })
    const due = await alerts.claimDeliveries({ now: 60, until: 99, limit: 9 })
    expect(due.map(({ id, attempts }) => [id, attempts]).sort()).toEqual([
      ['f3', 2],
      ['f4', 1],
    ])
    const [dead] = await alerts.listDeliveries('ada', [2])
    expect(dead).toMatchObject({ status: 'dead', lastError: 'It answered 410.', payload: '{"a":1}' })
  })

  test('a removed alert keeps its history, and sends nothing more', async () => {
    const alerts = await open()
    await fired(alerts, 2)
    expect(await alerts.removeAlert('bob', 'a1')).toBe(false)
    expect(await alerts.removeAlert('ada', 'a1')).toBe(true)
    expect(await alerts.removeAlert('ada', 'a1')).toBe(false)
    expect(await alerts.claimDeliveries({ now: 99, until: 100, limit: 9 })).toEqual([])
    expect(await alerts.listFirings('ada', { limit: 9 })).toHaveLength(2)
  })

  test('an owner’s secret stays until it is replaced', async () => {
    const alerts = await open()
    expect(await Promise.all(['s1', 's1'].map((one) => alerts.webhookSecret('ada', one)))).toEqual([
      's1',
      's1',
    ])
    expect(await alerts.webhookSecret('ada', 's2')).toBe('s1')
    await alerts.replaceWebhookSecret('ada', 's3')
    expect(await alerts.webhookSecret('ada', 's4')).toBe('s3')
  })

  test('cursors of series never go back', async () => {
    const alerts = await open()
    await alerts.saveCursors(
      new Map([
        ['equity:AAPL 1m', 60_000],
        ['crypto:BTC/USD 1d', 5],
      ]),
    )
    await alerts.saveCursors(
      new Map([
        ['equity:AAPL 1m', 30_000],
        ['crypto:BTC/USD 1d', 6],
      ]),
    )
    expect(Object.fromEntries(await alerts.listCursors())).toEqual({
      'equity:AAPL 1m': 60_000,
      'crypto:BTC/USD 1d': 6,
    })
  })

  test('the oldest firings go as new ones come, and so does what would have been sent of them', async () => {
    const alerts = await open()
    const delivery = (firing: Firing) => deliveryOf(firing)
    await alerts.recordFiring({ firing: firingOf({ occasion: 'test:0' }), delivery })
    for (let n = 1; n <= keptFirings; n++)
      await alerts.recordFiring({ firing: firingOf({ id: `f${n}`, occasion: `test:${n}` }) })
    const [oldest] = await alerts.listFirings('ada', { after: 0, limit: 1 })
    expect(oldest?.sequence).toBe(2)
    expect(await alerts.listDeliveries('ada', [1])).toEqual([])
  })
}
