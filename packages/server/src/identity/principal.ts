/** Who a request comes from. */
export type Principal = {
  /** Of the account; what it owns is kept under it. `'local'` where the gateway has no accounts. */
  id: string
  /** As people call it. */
  name: string
  role: Role
  /** The sign-in or API key that was shown, so that it can be ended alone. Absent where nobody has to sign in. */
  credential?: { kind: 'session' | 'api-key'; id: string } | undefined
}

/** An admin may do what a user may, and manage the accounts. */
export type Role = 'user' | 'admin'

/** Everybody, where the gateway has no accounts: one person's own machine. */
export const localPrincipal: Principal = Object.freeze({ id: 'local', name: 'Local user', role: 'admin' })
