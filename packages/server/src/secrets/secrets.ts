/** Where keys and passwords come from. Every driver passes the same contract suite. */
export interface Secrets {
  /** Short name of the driver: `environment`, `vault`. */
  readonly driver: string
  /**
   * The present values of those of the names that have one, read anew each time.
   *
   * @throws {StarkMatterError} the source cannot be read; the message says what to do, and holds no value
   */
  read(names: readonly string[], options?: { signal?: AbortSignal | undefined }): Promise<SecretValues>
  /** Ends what keeps the source open. */
  close(): void
}

/** Name → value. */
export type SecretValues = Readonly<Record<string, string>>
