/** One message of a topic. `cursor` is its place: `<ms>-<sequence>`, as in Redis Streams, growing within a topic. */
export type BusMessage = {
  cursor: string
  body: string
  /** Messages before this one were lost: this process came too late for them. */
  afterLoss?: true | undefined
}

export type Replay = {
  messages: readonly BusMessage[]
  /** False when messages after the asked cursor are no longer kept, or were never seen by this bus. */
  complete: boolean
  /** The newest place: where the next message follows. */
  cursor: string
}

/** Carries messages from the one who watches the market to everybody who listens, in this process and in others. */
export interface Bus {
  /** Why nothing is carried at the moment, for people; `undefined` where all is well. */
  readonly trouble: string | undefined
  /**
   * Adds a message to a topic. Publications of one process keep their order.
   *
   * @param token - Of the lease under which it is published: it is refused where a newer one has been used.
   * @returns The message's place; `undefined` where it was refused.
   * @throws {StarkMatterError} NETWORK or UPSTREAM, nobody knows whether it was added
   */
  publish(topic: string, body: string, token?: number | undefined): Promise<string | undefined>
  /** From now on only publications with this token or a newer one are taken. False where a newer one has been used. */
  claim(topic: string, token: number): Promise<boolean>
  /**
   * What came after a cursor; without one, the newest message only.
   *
   * @throws {StarkMatterError} NETWORK or UPSTREAM, the past cannot be had now
   */
  read(topic: string, after: string | undefined): Promise<Replay>
  /**
   * Messages from now on, each once and in order. One that is told already may be in a later `read` too: its cursor says so. What
   * is in no `read` made after this is told.
   */
  subscribe(topic: string, listener: (message: BusMessage) => void): () => void
  /** Nobody in this process needs the topic any more. */
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
