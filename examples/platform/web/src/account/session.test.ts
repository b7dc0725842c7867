import { expect, test } from 'vitest'
import { readInvitation } from './SignIn.tsx'
import { createSession } from './session.ts'

const account = { id: 'a1', name: 'Ada', role: 'user' }

/** A server whose tokens are numbers; those before `valid` have run out. */
function fakeServer({ required = true, isSignedIn = true } = {}) {
  const calls: string[] = []
  const state = { issued: 0, valid: 0, isSignedIn, lifeMs: 600_000 }
  const json = (body: object, status = 200) => Response.json(body, { status })
  const send: typeof fetch = async (input, init) => {
    const path = String(input)
    calls.push(path)
    if (path === '/v1/session/ways') return json({ required })
    if (path === '/v1/session/sign-in' && !String(init?.body).includes('right'))
      return json({ error: { code: 'UNAUTHENTICATED', message: 'Not right.' } }, 401)
    if (path.startsWith('/v1/session/')) {
      if (!state.isSignedIn) return json({ account: null })
      state.issued++
      return json({ accessToken: String(state.issued), expiresAt: Date.now() + state.lifeMs, account })
    }
    const token = Number(
      new Headers(init?.headers).get('authorization')?.slice('Bearer '.length) ?? Number.NaN,
    )
    return token >= state.valid ? json({ ticket: `t${token}` }) : json({}, 401)
  }
  return { session: createSession(send), calls, state }
}

test('where nobody has to sign in, nothing is signed and no session is asked for', async () => {
  const { session, calls } = fakeServer({ required: false })
  await session.start()
  expect(session.state).toBe('open')
  expect(await session.ticket()).toBeUndefined()
  expect(calls).toEqual(['/v1/session/ways'])
})

test('who was signed in before is so after a reload, and questions carry the token', async () => {
  const { session } = fakeServer()
  await session.start()
  expect(session.state).toEqual(account)
  expect(await session.ticket()).toBe('t1')
})

test('a token that the server refuses is replaced once for all questions, which are asked again', async () => {
  const { session, calls, state } = fakeServer()
  await session.start()
  state.valid = 2
  expect(await Promise.all([session.ticket(), session.ticket(), session.ticket()])).toEqual([
    't2',
    't2',
    't2',
  ])
  expect(calls.filter((path) => path === '/v1/session/refresh')).toHaveLength(2)
})

test('a token is replaced before it runs out', async () => {
  const { session, state } = fakeServer()
  state.lifeMs = 20_000
  await session.start()
  expect(await session.ticket()).toBe('t2')
})

test('a session that was ended elsewhere shows the way in', async () => {
  const { session, state } = fakeServer()
  await session.start()
  state.isSignedIn = false
  state.valid = 9
  await expect(session.ticket()).rejects.toThrow('No ticket')
  expect(session.state).toBeNull()
})

test('a wrong password is told in the server’s words', async () => {
  const { session, state } = fakeServer({ isSignedIn: false })
  await session.start()
  await expect(session.signIn('ada', 'wrong')).rejects.toThrow('Not right.')
  expect(session.state).toBeNull()
  state.isSignedIn = true
  await session.signIn('ada', 'right')
  expect(session.state).toEqual(account)
})

test('an invitation is read from behind the # and nothing else is taken for one', () => {
  expect(readInvitation(`#join=${'a'.repeat(43)}`)).toBe('a'.repeat(43))
  for (const hash of [
    '',
    '#join=',
    '#join=short',
    `#join=${'a'.repeat(43)}&x`,
    '#join=<script>alert(1)</script>',
  ])
    expect(readInvitation(hash)).toBeUndefined()
})
