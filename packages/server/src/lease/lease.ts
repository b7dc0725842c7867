/** The right to do something alone, for a time: over all processes that share the leases. */
export type Lease = {
  /** Greater than that of every lease given before. Who is told it can refuse a holder that does not know yet that it has lost. */
  readonly token: number
  /**
   * Holds it for its whole time from now on. False where it was lost.
   *
   * @throws {StarkMatterError} NETWORK or UPSTREAM, nobody knows
   */
  renew(): Promise<boolean>
  /** Gives it back. Where that does not get through, it ends by itself. */
  release(): Promise<void>
}

/** A lease, or how long the one of somebody else lasts at the longest, unless it is renewed. */
export type Acquisition = { lease: Lease } | { lease: undefined; retryAfterMs: number }

export interface Leases {
  /**
   * Takes a lease unless somebody has it.
   *
   * @param ttlMs - How long it lasts without being renewed, by the clock of whoever keeps the leases.
   * @throws {StarkMatterError} NETWORK or UPSTREAM, nobody knows
   */
  acquire(name: string, ttlMs: number): Promise<Acquisition>
}
