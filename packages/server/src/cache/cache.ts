/** How long an answer is good. */
export type Freshness = {
  /** So long it is answered without a question, ms. */
  freshMs: number
  /** So long after that it still is where a new one cannot be had, ms. */
  staleMs: number
}

/** Keeps answers as text, so that what many ask is asked upstream once. */
export interface Cache {
  /**
   * The answer of a key, which is loaded where there is none that is fresh. However many ask for one key at once, in this process
   * or in others that share the cache, one of them loads it.
   *
   * @param load - Its signal is aborted when nobody waits for the answer any more.
   * @param signal - Of this caller: that it leaves does not disturb the others.
   * @throws {StarkMatterError} what `load` throws, unless an older answer may stand in
   */
  get(
    key: string,
    freshness: Freshness,
    load: (signal: AbortSignal) => Promise<string>,
    signal?: AbortSignal | undefined,
  ): Promise<string>
}

/** An answer that is kept, and for how long yet, ms: below 0 it is stale. */
export type KeptText = { text: string; freshForMs: number }

/** Where processes that share a cache keep their answers. */
export interface SharedTexts {
  get(key: string, freshness: Freshness): Promise<KeptText | undefined>
  set(key: string, text: string, freshness: Freshness): Promise<void>
}
