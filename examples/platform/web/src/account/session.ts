/** Who has signed in. */
export type SignedIn = { id: string; name: string; role: string }

/** `undefined` until the server was asked; `null` where nobody has signed in; `'open'` where nobody has to. */
export type SessionState = SignedIn | 'open' | null | undefined

/** What a form is told when the server refuses. */
export class Refusal extends Error {
  override readonly name = 'Refusal'
  readonly parameter: string | undefined

  constructor(message: string, parameter?: string) {
    super(message)
    this.parameter = parameter
  }
}

export type Session = {
  readonly state: SessionState
  subscribe(listener: () => void): () => void
  /** Asks the server who is here, once. */
  start(): Promise<void>
  /** Signs a request to the server that serves this page, and once more where its token has just run out. */
  fetch: typeof globalThis.fetch
  /** For one live connection; nothing where nobody has to sign in. */
  ticket(): Promise<string | undefined>
  /** @throws {Refusal} */
  signIn(name: string, password: string): Promise<void>
  /** @throws {Refusal} */
  register(name: string, password: string, invitation: string | undefined): Promise<void>
  signOut(): Promise<void>
  /** Looks again, after something ended sessions. */
  forget(): void
}

/** So long before its end a token is replaced. */
const earlyMs = 30_000

/** Keeps the access token in memory, where no other page and no later one finds it; the cookie behind it is out of reach of scripts. */
export function createSession(
  send: typeof globalThis.fetch = (...call) => globalThis.fetch(...call),
): Session {
  const listeners = new Set<() => void>()
  let state: SessionState
  let token: string | undefined
  let expiresAt = 0
  let refreshing: Promise<void> | undefined

  function become(next: SessionState): void {
    state = next
    for (const listener of listeners) listener()
  }

  function take(body: unknown): void {
    const found = readWelcome(body)
    token = found?.accessToken
    expiresAt = found?.expiresAt ?? 0
    become(found?.account ?? null)
  }

  /** Once for all who need it at the same moment. */
  function refresh(): Promise<void> {
    refreshing ??= send('/v1/session/refresh', { method: 'POST' })
      .then(async (response) => {
        if (response.ok) take(await response.json())
      })
      .finally(() => {
        refreshing = undefined
      })
    return refreshing
  }

  async function post(path: string, body: object): Promise<void> {
    const headers = { 'content-type': 'application/json' }
    const response = await send(path, { method: 'POST', headers, body: JSON.stringify(body) })
    if (!response.ok) throw await readRefusal(response)
    take(await response.json())
  }

  const signed: typeof globalThis.fetch = async (input, init) => {
    if (state === 'open') return send(input, init)
    if (token !== undefined && expiresAt - earlyMs < Date.now()) await refresh()
    const once = () => {
      const headers = new Headers(init?.headers)
      if (token !== undefined) headers.set('authorization', `Bearer ${token}`)
      return send(input, { ...init, headers })
    }
    const response = await once()
    if (response.status !== 401) return response
    await refresh()
    return token === undefined ? response : once()
  }

  return {
    get state() {
      return state
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    async start() {
      const response = await send('/v1/session/ways')
      const body: unknown = response.ok ? await response.json() : undefined
      const isOpen =
        typeof body === 'object' && body !== null && 'required' in body && body.required === false
      if (isOpen) return become('open')
      await refresh()
      if (state === undefined) become(null)
    },
    fetch: signed,
    async ticket() {
      if (state === 'open') return undefined
      const response = await signed('/v1/stream/ticket', { method: 'POST' })
      const body: unknown = response.ok ? await response.json() : undefined
      if (typeof body === 'object' && body !== null && 'ticket' in body && typeof body.ticket === 'string')
        return body.ticket
      throw new Refusal('No ticket for live data.')
    },
    signIn: (name, password) => post('/v1/session/sign-in', { name, password }),
    register: (name, password, invitation) =>
      post('/v1/session/register', { name, password, ...(invitation !== undefined && { invitation }) }),
    async signOut() {
      await send('/v1/session/sign-out', { method: 'POST' })
      take(null)
    },
    forget: () => take(null),
  }
}

function readWelcome(
  body: unknown,
): { accessToken: string; expiresAt: number; account: SignedIn } | undefined {
  if (typeof body !== 'object' || body === null) return undefined
  if (!('accessToken' in body && 'expiresAt' in body && 'account' in body)) return undefined
  const { accessToken, expiresAt, account } = body
  if (typeof accessToken !== 'string' || typeof expiresAt !== 'number') return undefined
  if (typeof account !== 'object' || account === null) return undefined
  if (!('id' in account && 'name' in account && 'role' in account)) return undefined
  return {
    accessToken,
    expiresAt,
    account: { id: String(account.id), name: String(account.name), role: String(account.role) },
  }
}

/** The server's sentence, and the field that it is about. */
export async function readRefusal(response: Response): Promise<Refusal> {
  const body: unknown = await response.json().catch(() => undefined)
  const error = typeof body === 'object' && body !== null && 'error' in body ? body.error : undefined
  if (typeof error !== 'object' || error === null || !('message' in error))
    return new Refusal(`The server answered with status ${response.status}. Try again in a moment.`)
  const parameter = 'parameter' in error ? String(error.parameter) : undefined
  return new Refusal(String(error.message), parameter)
}
