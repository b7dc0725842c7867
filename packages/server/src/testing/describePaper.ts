import { expect, test } from 'vitest'
import type { PaperEvent } from '../paper/engine/events.ts'
import { plainSettings } from '../paper/testing/paper-market.ts'
import type { PaperStore } from '../store/paper/paper-store.ts'
import type { Store } from '../store/store.ts'

const opened: PaperEvent = {
  type: 'opened',
  at: 5,
  settings: { ...plainSettings, cash: '0.1000000000000000000001' },
}
const marked = (at: number): PaperEvent => ({ type: 'marked', at, prices: { 'crypto:BTC/USD': `${at}.5` } })
const accountOf = (id: string, owner = 'ada') => ({ id, owner, name: `Account ${id}`, createdAt: 5 })

/** The rules of `store.paper`, a part of every store's suite. */
export function describePaper(fresh: () => Promise<Store>): void {
  const open = async (): Promise<PaperStore> => {
    const { paper } = await fresh()
    await paper.addAccount(accountOf('p1'), opened, 2)
    return paper
  }

  test('an account begins with its opening, every digit of it kept', async () => {
    const paper = await open()
    expect(await paper.findAccount('p1')).toEqual({ ...accountOf('p1'), sequence: 1, isActive: false })
    expect(await paper.readJournal('p1', 0, 10)).toEqual([{ sequence: 1, event: opened }])
    expect(await paper.findAccount('p2')).toBeUndefined()
  })

  test('an owner has no more accounts than allowed, asked for at once or not', async () => {
    const paper = await open()
    const added = await Promise.all(
      ['p2', 'p3', 'p4'].map((id) => paper.addAccount(accountOf(id), opened, 2)),
    )
    expect(added.filter(Boolean)).toHaveLength(1)
    expect(await paper.addAccount(accountOf('q1', 'grace'), opened, 2)).toBe(true)
    expect(await paper.listAccounts('ada')).toHaveLength(2)
    expect((await paper.listAccounts('grace')).map(({ id }) => id)).toEqual(['q1'])
  })

  test('events are numbered without a gap, and read from any number on', async () => {
    const paper = await open()
    const events = [marked(1), marked(2), marked(3)]
    expect(await paper.append('p1', { after: 1, events, isActive: true })).toBe(true)
    expect(await paper.readJournal('p1', 2, 1)).toEqual([{ sequence: 3, event: marked(2) }])
    expect((await paper.readJournal('p1', 0, 10)).map(({ sequence }) => sequence)).toEqual([1, 2, 3, 4])
    expect(await paper.listActive()).toMatchObject([{ id: 'p1', sequence: 4 }])
    await paper.append('p1', { after: 4, events: [marked(4)], isActive: false })
    expect(await paper.listActive()).toEqual([])
  })

  test('of writers that know the same past one is let through, and nothing of the others is kept', async () => {
    const paper = await open()
    const writers = Array.from({ length: 6 }, (_, n) => [marked(n), marked(n)])
    const done = await Promise.all(
      writers.map((events) => paper.append('p1', { after: 1, events, isActive: true })),
    )
    expect(done.filter(Boolean)).toHaveLength(1)
    const winner = writers[done.indexOf(true)]
    expect((await paper.readJournal('p1', 1, 99)).map(({ event }) => event)).toEqual(winner)
  })

  test('an account that was removed is gone with its journal, and takes no event', async () => {
    const paper = await open()
    expect(await paper.removeAccount('p1')).toBe(true)
    expect(await paper.removeAccount('p1')).toBe(false)
    expect(await paper.append('p1', { after: 1, events: [marked(1)], isActive: true })).toBe(false)
    expect(await paper.readJournal('p1', 0, 9)).toEqual([])
  })
}
