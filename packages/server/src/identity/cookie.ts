import type { Caller } from '../gateway/route.ts'

const name = 'starkmatter_session'

/**
 * The refresh token of a page, where its scripts cannot read it. Without a path the browser gives it to `…/v1/session/` alone,
 * wherever the gateway is mounted.
 */
export function sessionCookie(refreshToken: string, { isSecure }: Caller, maxAgeMs: number): string {
  return cookie(`${name}=${refreshToken}`, 'Strict', isSecure, maxAgeMs)
}

export function endSessionCookie({ isSecure }: Caller): string {
  return cookie(`${name}=`, 'Strict', isSecure, 0)
}

/** The refresh token that a page sends. Of a page of another host it is not taken, whatever the browser thinks. */
export function readSessionCookie(caller: Caller): string | undefined {
  return caller.isOwnPage ? readCookie(caller, name) : undefined
}

export function cookie(
  pair: string,
  sameSite: 'Strict' | 'Lax',
  isSecure: boolean,
  maxAgeMs: number,
): string {
  const secure = isSecure ? '; Secure' : ''
  return `${pair}; Max-Age=${Math.floor(maxAgeMs / 1000)}; HttpOnly; SameSite=${sameSite}${secure}`
}

export function readCookie({ cookie: header = '' }: Caller, wanted: string): string | undefined {
  for (const pair of header.split(';')) {
    const [key, value] = pair.trim().split('=', 2)
    if (key === wanted && value) return value
  }
  return undefined
}
