/** One message of a topic. `cursor` is its place: `<ms>-<sequence>`, as in Redis Streams, growing within a topic. */
export type BusMessage = { cursor: string; body: string }

export type Replay = {
  messages: readonly BusMessage[]
  /** False when messages after the asked cursor are no longer kept, or were never seen by this bus. */
  complete: boolean
  /** The newest place: where the next message follows. */
  cursor: string
}

/** Carries messages from the one who watches the market to everybody who listens. */
export interface Bus {
  publish(topic: string, body: string): Promise<void>
  /** What came after a cursor; without one, the newest message only. */
  read(topic: string, after: string | undefined): Promise<Replay>
  /** Messages from now on. */
  subscribe(topic: string, listener: (message: BusMessage) => void): () => void
  /** Nobody needs the topic's past any more. */
  forget(topic: string): Promise<void>
  close(): Promise<void>
}

/** Below 0 when `a` is the earlier place. */
export function compareCursors(a: string, b: string): number {
  const [aMs = 0, aSequence = 0] = a.split('-').map(Number)
  const [bMs = 0, bSequence = 0] = b.split('-').map(Number)
  return aMs - bMs || aSequence - bSequence
}

export function isCursor(text: string): boolean {
  return /^\d{1,15}-\d{1,15}$/.test(text)
}
