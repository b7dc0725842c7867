import { createRandom } from '../random.ts'
import type { ChaosBook } from './chaos-book.ts'
import type { ChaosMarket } from './chaos-market.ts'
import type { CutKind } from './chaos-script.ts'

/** A connection of a listener, as the venue sees it. */
export type ChaosConnection = {
  send(frame: string): void
  /** With a closing word. */
  close(): void
  /** Without one. */
  reset(): void
  /** Neither reads nor writes any more, and does not say so. */
  freeze(): void
}

export type ChaosLineOptions = {
  market: ChaosMarket
  book: ChaosBook
  seed: number
  now(): number
  /** How long a silence lasts: longer than the listener has patience. */
  silentMs: number
  /** How long the slow REST interface takes. */
  slowMs: number
}

/**
 * The line between a venue and its listeners, over whatever carries it: it publishes what is traded, and it fails as it is
 * told to.
 */
export function createChaosLine({ market, book, seed, now, silentMs, slowMs }: ChaosLineOptions) {
  const random = createRandom(seed)
  const connections = new Set<ChaosConnection>()
  let skip = 0
  let hold = 0
  let held: string[] = []
  /** Connections over which nothing comes for a while. */
  const silentUntil = new Map<ChaosConnection, number>()
  const rest = { delayMs: 0, refusals: 0 }
  let recent: string[] = []

  const sayTo = (connection: ChaosConnection, frames: readonly string[]) => {
    if (now() < (silentUntil.get(connection) ?? 0)) return
    for (const frame of frames) connection.send(frame)
  }
  const say = (frames: readonly string[]) => {
    for (const connection of connections) sayTo(connection, frames)
  }

  const publish = (frames: readonly string[]) => {
    recent = [...recent, ...frames].slice(-6)
    if (skip > 0) {
      skip--
      return
    }
    if (hold > 0) {
      held.push(...frames)
      if (--hold > 0) return
      say(shuffled(held, random))
      held = []
      return
    }
    say(frames)
  }

  return {
    rest,
    connect(connection: ChaosConnection) {
      connections.add(connection)
      connection.send('{"kind":"hello"}')
      return () => {
        connections.delete(connection)
        silentUntil.delete(connection)
      }
    },
    /** A listener wants the whole book. */
    sendBook(connection: ChaosConnection) {
      if (connections.has(connection)) {
        sayTo(connection, [JSON.stringify({ kind: 'book', isWhole: true, ...book.snapshot() })])
      }
    },
    /** Something is traded: several times in one moment. */
    trade(time = now()) {
      const frames: string[] = []
      for (let count = 1 + random.below(3); count > 0; count--) {
        const before = market.bars.at(-1)
        const trade = market.trade(time)
        const bar = market.bars.at(-1)
        if (before && bar !== before) frames.push(JSON.stringify({ kind: 'bar', ...before, closed: true }))
        frames.push(JSON.stringify({ kind: 'trade', ...trade }))
        frames.push(JSON.stringify({ kind: 'bar', ...bar, closed: false }))
      }
      const changed = book.change(time)
      frames.push(JSON.stringify({ kind: 'book', isWhole: false, ...changed.book }))
      if (changed.quote) frames.push(JSON.stringify({ kind: 'quote', ...changed.quote }))
      publish(frames)
    },
    heartbeat() {
      say(['{"kind":"heartbeat"}'])
    },
    cut(kind: CutKind) {
      const all = [...connections]
      switch (kind) {
        case 'close':
          for (const connection of all) connection.close()
          break
        case 'reset':
          for (const connection of all) connection.reset()
          break
        case 'half-open':
          for (const connection of all) connection.freeze()
          connections.clear()
          break
        case 'silence':
          for (const connection of all) silentUntil.set(connection, now() + silentMs)
          break
        case 'reorder':
          hold = 2 + random.below(2)
          break
        case 'duplicate':
          say(recent)
          break
        case 'sequence-gap':
          skip = 1 + random.below(4)
          break
        case 'slow-rest':
          rest.delayMs = slowMs
          skip = 1 + random.below(4)
          break
        case 'rest-429':
          rest.refusals = 1
          for (const connection of all) connection.reset()
          break
      }
    },
    /** From now on all goes well. */
    heal() {
      skip = 0
      silentUntil.clear()
      say(held)
      held = []
      hold = 0
    },
    /** Trades of a stretch of time, oldest first, as the REST interface has them. */
    tradesOf: (start: number, end: number, limit: number) =>
      market.trades.filter(({ time }) => time >= start && time < end).slice(0, limit),
    bookOf: () => book.snapshot(),
    barsOf: (start: number, end: number) => market.bars.filter(({ time }) => time >= start && time < end),
  }
}

export type ChaosLine = ReturnType<typeof createChaosLine>

function shuffled<item>(items: readonly item[], random: ReturnType<typeof createRandom>): item[] {
  const rest = [...items]
  return items.flatMap(() => rest.splice(random.below(rest.length), 1))
}
