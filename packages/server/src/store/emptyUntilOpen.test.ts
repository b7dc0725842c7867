import { expect, test } from 'vitest'
import { columnsOf, describeStore, factsOf } from '../testing/describeStore.ts'
import { emptyUntilOpen } from './emptyUntilOpen.ts'
import { createMemoryStore } from './memory-store.ts'

describeStore('a store that has just been created', async () => {
  const store = emptyUntilOpen(Promise.resolve(createMemoryStore()))
  await Promise.resolve()
  return store
})

test('reading does not wait for a store that is being created, writing does', async () => {
  let open: (store: ReturnType<typeof createMemoryStore>) => void = () => {}
  const store = emptyUntilOpen(
    new Promise((resolve) => {
      open = resolve
    }),
  )
  expect(await store.listSeries('imported')).toEqual([])
  const importing = store.importSeries(factsOf(), columnsOf([1]), [])
  expect(await store.findSeries(['equity:AAPL'], 'imported')).toEqual([])
  open(createMemoryStore())
  await importing
  expect(await store.findSeries(['equity:AAPL'], 'imported')).toMatchObject([{ count: 1 }])
})
