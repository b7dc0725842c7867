import { expect, test } from 'vitest'
import { readHeadline } from './readHeadline.ts'
import { createRecentEntries } from './recentEntries.ts'

const read = (title: string) => readHeadline(title, { source: '', isAboutKnown: true })
const entry = (name: string, toldAt = 0): { name: string; subjects: string[]; toldAt: number } => ({
  name,
  subjects: [],
  toldAt,
})

test('what may be the same with mistakes is found among what is about the same, by any of its wordings', () => {
  const recent = createRecentEntries<ReturnType<typeof entry>>()
  const [cut, jobs] = [entry('cut'), entry('jobs')]
  recent.add(cut, read('Acme cuts dividend'), ['a', 'b'])
  recent.add(jobs, read('Halden opens a second plant'), ['a'])
  recent.add(cut, read('Acme to lower its payout'), ['a'])
  expect(recent.near(read('Amce cuts divdend'), ['a', 'b'])).toEqual([cut])
  expect(recent.near(read('Acme to lower its payuot'), ['a'])).toEqual([cut])
  expect(recent.near(read('Amce cuts divdend'), ['c'])).toEqual([])
  expect(recent.about(['a', 'b'])).toEqual([cut, jobs])
  recent.remove(cut)
  expect(recent.about(['a', 'b'])).toEqual([jobs])
  expect(recent.near(read('Halden opens second plant'), ['a'])).toEqual([jobs])
})

test('of one subject 256 wordings are remembered, and what was told last stays', () => {
  const recent = createRecentEntries<ReturnType<typeof entry>>()
  const told = entry('told', 1_000)
  recent.add(told, read('Acme cuts dividend'), ['a'])
  for (let number = 0; number < 600; number++)
    recent.add(entry(`${number}`, number), read(`Story ${number} of Acme`), ['a'])
  expect(recent.about(['a'])).toHaveLength(256)
  expect(recent.about(['a'])).toContain(told)
  expect(recent.near(read('Acme cuts dividnd'), ['a'])).toContain(told)
})
