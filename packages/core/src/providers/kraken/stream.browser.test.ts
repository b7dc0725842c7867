import { expect, inject, test } from 'vitest'
import { createClient } from '../../client/createClient.ts'
import { kraken } from './kraken.ts'

test('a page streams over its own WebSocket: trades, and a book whose checksums agree', async () => {
  await using client = createClient({ providers: [kraken({ streamUrl: inject('krakenStreamUrl') })] })
  const symbol = 'crypto:BTC/USD@KRAKEN'
  let books = 0
  for await (const book of client.watchOrderBook({ symbol, depth: 5 })) {
    expect(book).toMatchObject({ checksumVerified: true })
    expect(book.bids).toHaveLength(5)
    if (++books === 10) break
  }
  const ids: (number | undefined)[] = []
  for await (const trade of client.watchTrades({ symbols: [symbol] })) {
    ids.push(trade.sequence)
    if (ids.length === 10) break
  }
  const [first = 0] = ids
  expect(ids).toEqual(Array.from({ length: 10 }, (_, index) => first + index))
})
