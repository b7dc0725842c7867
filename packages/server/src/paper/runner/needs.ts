/** Which accounts need the quotes of which instruments, both ways round: a quote must not look at every account. */
export interface Needs {
  /** An account needs exactly these from now on. Answers whether the instruments that anybody needs have changed. */
  set(account: string, instruments: ReadonlySet<string>): boolean
  /** Accounts that need an instrument. */
  accountsOf(instrument: string): Iterable<string>
  has(account: string): boolean
  /** Accounts that need anything. */
  accounts(): readonly string[]
  /** Instruments that anybody needs. */
  readonly instruments: { has(instrument: string): boolean; keys(): Iterable<string> }
}

export function createNeeds(): Needs {
  const byAccount = new Map<string, ReadonlySet<string>>()
  const byInstrument = new Map<string, Set<string>>()
  return {
    set(account, instruments) {
      let isChanged = false
      for (const instrument of instruments) {
        const accounts = byInstrument.get(instrument)
        isChanged ||= accounts === undefined
        byInstrument.set(instrument, (accounts ?? new Set()).add(account))
      }
      for (const instrument of byAccount.get(account) ?? []) {
        const accounts = byInstrument.get(instrument)
        if (instruments.has(instrument) || !accounts) continue
        accounts.delete(account)
        if (accounts.size > 0) continue
        byInstrument.delete(instrument)
        isChanged = true
      }
      if (instruments.size === 0) byAccount.delete(account)
      else byAccount.set(account, instruments)
      return isChanged
    },
    accountsOf: (instrument) => byInstrument.get(instrument) ?? [],
    has: (account) => byAccount.has(account),
    accounts: () => [...byAccount.keys()],
    instruments: byInstrument,
  }
}
