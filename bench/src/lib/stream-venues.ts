import { createClient } from '@starkmatter/core'
import { binance } from '@starkmatter/core/providers/binance'
import { massive } from '@starkmatter/core/providers/massive'
import { loopSockets } from './loop-socket.ts'
import { binanceFrames, type FrameSource, massiveFrames } from './trade-frames.ts'

export const pairs = ['BTCUSDT', 'ETHUSDT', 'SOLUSDT', 'XRPUSDT']
export const shares = ['AAPL', 'MSFT', 'NVDA', 'SPY']

/** A stream of trades with a listener for each instrument, whose frames are handed over by hand. */
export type StreamVenue = {
  name: string
  frames: FrameSource
  deliver(frame: string): void
  heard(): number
  onTrade(listener: () => void): void
}

/** Binance, one trade a frame. */
export async function binanceVenue(): Promise<StreamVenue> {
  const { WebSocket, deliver } = loopSockets()
  const client = createClient({ providers: [binance()], WebSocket })
  const feeds = pairs.map((pair) =>
    client.watchTrades({ symbols: [`crypto:${pair.slice(0, -4)}/USDT@BINANCE`] }),
  )
  return listening(
    {
      name: 'Binance, one trade a frame',
      frames: binanceFrames(pairs),
      deliver,
    },
    feeds,
  )
}

/** Massive, so many trades a frame. */
export async function massiveVenue(tradesPerFrame: number): Promise<StreamVenue> {
  const status = (status: string, message = '') => JSON.stringify([{ ev: 'status', status, message }])
  const { WebSocket, deliver } = loopSockets({
    greet: [status('connected')],
    answer: (frame) => (frame.includes('"auth"') ? [status('auth_success')] : []),
  })
  const client = createClient({ providers: [massive({ apiKey: 'benchmark' })], WebSocket })
  const feeds = shares.map((share) => client.watchTrades({ symbols: [`equity:${share}`] }))
  return listening(
    {
      name: `Massive, ${tradesPerFrame} trades a frame`,
      frames: massiveFrames(shares, tradesPerFrame),
      deliver,
    },
    feeds,
  )
}

type Feed = { on(event: 'data', listener: () => void): unknown; status: { state: string } }

async function listening(
  venue: Pick<StreamVenue, 'name' | 'frames' | 'deliver'>,
  feeds: readonly Feed[],
): Promise<StreamVenue> {
  let heard = 0
  for (const feed of feeds) feed.on('data', () => heard++)
  while (feeds.some(({ status }) => status.state !== 'live'))
    await new Promise((resolve) => setTimeout(resolve, 5))
  await new Promise((resolve) => setTimeout(resolve, 20))
  return {
    ...venue,
    heard: () => heard,
    onTrade(listener) {
      for (const feed of feeds) feed.on('data', listener)
    },
  }
}
