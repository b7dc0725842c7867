/** Something that may be done once, by whoever knows a secret: an invitation, a ticket, a sign-in that is under way elsewhere. */
export type Grant = {
  kind: 'invitation' | 'ticket' | 'sign-in'
  hash: string
  /** JSON of what is granted. */
  data: string
  /** ms UTC */
  expiresAt: number
}

/** The private half signs access tokens, the public half checks them. */
export type SigningKey = {
  id: string
  /** The private key as a JSON Web Key. */
  jwk: string
  /** ms UTC */
  createdAt: number
}

export interface GrantStore {
  addGrant(grant: Grant): Promise<void>
  /** Unless it has run out. */
  findGrant(kind: Grant['kind'], hash: string, now: number): Promise<Grant | undefined>
  /** As `findGrant`, and it is gone: of several callers at once, one gets it. */
  takeGrant(kind: Grant['kind'], hash: string, now: number): Promise<Grant | undefined>
  listGrants(kind: Grant['kind'], now: number): Promise<readonly Grant[]>
  /** Newest first. */
  listSigningKeys(): Promise<readonly SigningKey[]>
  addSigningKey(key: SigningKey): Promise<void>
  /** Forgets what has run out: grants, sessions, refresh tokens used before `usedBefore`, signing keys made before `signedBefore`. */
  prune(times: { now: number; usedBefore: number; signedBefore: number }): Promise<void>
}
