import { fakeClock } from '@starkmatter/core/testing/fakes'
import * as jose from 'jose'
import { afterEach, describe, expect, test } from 'vitest'
import * as z from 'zod'
import { createMemoryStore } from '../store/memory-store.ts'
import { password, serveAccounts } from '../testing/accounts-app.ts'
import { addressKey } from './address-key.ts'
import { createMemoryAttempts } from './attempts.ts'

const apps: { close(): Promise<unknown> }[] = []
afterEach(async () => {
  await Promise.all(apps.splice(0).map((app) => app.close()))
})

async function serve(...parameters: Parameters<typeof serveAccounts>) {
  const served = await serveAccounts(...parameters)
  apps.push(served.app)
  return served
}

const status = '/v1/status'
const withKey = z.object({ id: z.string(), key: z.string(), prefix: z.string() })
const withInvitation = z.object({ invitation: z.string() })

describe('the first account', () => {
  test('is an admin’s, made with a secret that only the start told, and then no further one is told', async () => {
    const { accounts, browser, first } = await serve()
    const early = await accounts.inviteFirst()
    const root = await first()
    expect((await root.send('GET', '/v1/account')).body).toMatchObject({ name: 'root', role: 'admin' })
    expect(await accounts.inviteFirst()).toBeUndefined()
    expect(await browser().register('mallory', early)).toMatchObject({ status: 403 })
  })

  test('everything but the way in is closed to strangers', async () => {
    const { browser } = await serve()
    const stranger = browser()
    for (const url of [status, '/v1/bars?symbol=AAPL&interval=1d', '/v1/account', '/v1/openapi.json'])
      expect(await stranger.send('GET', url)).toMatchObject({ status: 401 })
    expect(await stranger.send('GET', '/v1/session/ways')).toMatchObject({
      status: 200,
      body: { required: true, registration: 'invitation', hasAccounts: false },
    })
  })
})

describe('making an account', () => {
  test('needs an invitation, which is good once and makes the account that it names', async () => {
    const { browser, first } = await serve()
    const root = await first()
    const { body } = await root.send('POST', '/v1/invitations', {})
    const { invitation } = withInvitation.parse(body)
    expect(await browser().register('ada')).toMatchObject({
      status: 403,
      body: { error: { code: 'FORBIDDEN' } },
    })
    expect(await browser().register('root', invitation)).toMatchObject({
      status: 400,
      body: { error: { parameter: 'name' } },
    })
    expect(await browser().register('ada', invitation)).toMatchObject({
      status: 200,
      body: { account: { role: 'user' } },
    })
    expect(await browser().register('bob', invitation)).toMatchObject({ status: 403 })
  })

  test('an invitation can be withdrawn, and a user invites nobody', async () => {
    const { browser, first } = await serve({ registration: 'open' })
    const root = await first()
    const { invitation } = withInvitation.parse(
      (await root.send('POST', '/v1/invitations', { role: 'admin' })).body,
    )
    const { body } = await root.send('GET', '/v1/invitations')
    const [listed] = z.object({ invitations: z.array(z.object({ id: z.string() })) }).parse(body).invitations
    expect(JSON.stringify(body)).not.toContain(invitation)
    expect(await root.send('DELETE', `/v1/invitations/${listed?.id}`)).toMatchObject({ status: 204 })
    expect(await browser().register('eve', invitation)).toMatchObject({ status: 403 })
    const ada = browser()
    expect(await ada.register('ada')).toMatchObject({ status: 200 })
    expect(await ada.send('POST', '/v1/invitations', {})).toMatchObject({ status: 403 })
    expect(await ada.send('GET', '/v1/accounts')).toMatchObject({ status: 403 })
  })

  test.each([
    ['short', 'at least 8'],
    ['Ada@Example.com', 'name of the account'],
    ['password123', 'first that are guessed'],
    ['zzzzzzzzzzzz', 'first that are guessed'],
    ['x'.repeat(257), 'at most 256'],
  ])('the password %j is refused with its reason', async (typed, reason) => {
    const { browser } = await serve({ registration: 'open' })
    const payload = { name: 'ada@example.com', password: typed }
    expect(await browser().send('POST', '/v1/session/register', payload)).toMatchObject({
      status: 400,
      body: { error: { parameter: 'password', message: expect.stringContaining(reason) } },
    })
  })

  test.each(['two\nlines', '\u200bhidden', 'a  b', '', 'x'.repeat(255)])(
    'the name %j is refused',
    async (name) => {
      const { browser } = await serve({ registration: 'open' })
      expect(await browser().register(name)).toMatchObject({
        status: 400,
        body: { error: { parameter: 'name' } },
      })
    },
  )

  test('the password is kept as argon2id with 19 MiB, and no secret is kept at all', async () => {
    const { store, first } = await serve()
    const root = await first()
    const account = await store.findAccountByName('ROOT')
    expect(account?.passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
    const refreshToken = root.cookie?.split('=')[1] ?? ''
    expect(await store.findRefreshToken(refreshToken)).toBeUndefined()
  })
})

describe('signing in', () => {
  test('answers a wrong name and a wrong password alike', async () => {
    const { browser, first } = await serve()
    await first()
    const wrong = await browser().signIn('root', 'wrong password')
    expect(wrong).toMatchObject({ status: 401, body: { error: { code: 'UNAUTHENTICATED' } } })
    expect((await browser().signIn('nobody', 'wrong password')).text).toBe(wrong.text)
  })

  test('is slowed down by account and by address, and goes on after its time', async () => {
    const clock = fakeClock()
    const addressAttempts = createMemoryAttempts({ most: 14, withinMs: 900_000, clock })
    const { browser, first } = await serve({ clock, addressAttempts })
    await first()
    for (let n = 0; n < 10; n++)
      expect(await browser().signIn('root', 'wrong')).toMatchObject({ status: 401 })
    const tooMany = await browser().signIn('ROOT')
    expect(tooMany).toMatchObject({ status: 429, body: { error: { code: 'RATE_LIMITED' } } })
    expect(Number(tooMany.headers['retry-after'])).toBe(900)
    await clock.advance(900_000)
    expect(await browser().signIn('root')).toMatchObject({ status: 200 })
    // Names that nobody has: by address alone.
    const statuses = new Set<number>()
    for (let n = 0; n < 15; n++) statuses.add((await browser().signIn(`n${n}`, 'wrong')).status)
    expect([...statuses]).toEqual([401, 429])
  })

  test('a right password forgives the wrong ones before it', async () => {
    const { browser, first } = await serve()
    await first()
    for (let n = 0; n < 25; n++) {
      const typed = n % 5 === 4 ? password : 'wrong'
      expect((await browser().signIn('root', typed)).status).toBe(typed === password ? 200 : 401)
    }
  })

  test('gives a session of its own: one that was planted is neither taken nor changed', async () => {
    const { browser, first } = await serve({ registration: 'open' })
    await first()
    const mallory = browser()
    await mallory.register('mallory')
    const victim = browser()
    victim.cookie = mallory.cookie
    await victim.signIn('root')
    expect(victim.cookie).not.toBe(mallory.cookie)
    expect((await victim.send('GET', '/v1/account')).body).toMatchObject({ name: 'root' })
    await mallory.refresh()
    expect((await mallory.send('GET', '/v1/account')).body).toMatchObject({ name: 'mallory' })
  })

  test('the cookie is out of reach of scripts and of other sites, and on https travels on https alone', async () => {
    const { browser, first } = await serve()
    await first()
    const { setCookie } = await browser().signIn('root')
    expect(setCookie).toMatch(
      /^starkmatter_session=[\w-]{43}; Max-Age=1209600; HttpOnly; SameSite=Strict; Secure$/,
    )
  })
})

describe('a session', () => {
  test('a refresh token is replaced at every use', async () => {
    const clock = fakeClock()
    const { first } = await serve({ clock })
    const root = await first()
    const seen = new Set([root.cookie])
    for (let n = 0; n < 5; n++) {
      await clock.advance(600_000)
      expect(await root.send('GET', status)).toMatchObject({ status: 401 })
      await root.refresh()
      expect(await root.send('GET', status)).toMatchObject({ status: 200 })
      seen.add(root.cookie)
    }
    expect(seen.size).toBe(6)
  })

  test('a token that comes again ends the session, for the thief and the owner', async () => {
    const clock = fakeClock()
    const warnings: unknown[] = []
    const logger = { debug() {}, warn: (...facts: unknown[]) => void warnings.push(facts) }
    const { first, browser } = await serve({ clock, logger })
    const root = await first()
    const thief = browser()
    thief.cookie = root.cookie
    await root.refresh()
    await clock.advance(10_001)
    expect(await thief.refresh()).toMatchObject({ body: { account: null } })
    expect(await root.send('GET', status)).toMatchObject({ status: 401 })
    expect(await root.refresh()).toMatchObject({
      body: { account: null },
      setCookie: expect.stringContaining('Max-Age=0'),
    })
    expect(JSON.stringify(warnings)).toContain('used twice')
    expect(JSON.stringify(warnings)).not.toContain(root.cookie)
  })

  test('two tabs that refresh at once stay signed in, on one chain', async () => {
    const clock = fakeClock()
    const { first, browser } = await serve({ clock })
    const tab = await first()
    const other = browser()
    other.cookie = tab.cookie
    const answers = await Promise.all([tab.refresh(), other.refresh(), tab.refresh()])
    expect(answers.map((answer) => answer.status)).toEqual([200, 200, 200])
    expect(tab.cookie).toBe(other.cookie)
    await clock.advance(60_000)
    expect(await tab.refresh()).toMatchObject({ status: 200, body: { account: { name: 'root' } } })
  })

  test('a late tab is let in without turning the chain back', async () => {
    const clock = fakeClock()
    const { first, browser } = await serve({ clock })
    const tab = await first()
    const late = browser()
    late.cookie = tab.cookie
    await tab.refresh()
    await tab.refresh()
    expect(await late.refresh()).toMatchObject({ body: { account: { name: 'root' } }, setCookie: undefined })
  })

  test('ends two weeks after its last use, and ninety days after its beginning', async () => {
    const clock = fakeClock()
    const { first } = await serve({ clock })
    const root = await first()
    const days = async (count: number) => {
      await clock.advance(count * 86_400_000)
      return (await root.refresh()).body
    }
    for (let n = 0; n < 6; n++) expect(await days(13)).toMatchObject({ account: { name: 'root' } })
    expect(await days(12)).toEqual({ account: null })
    await root.signIn('root')
    expect(await days(14)).toEqual({ account: null })
  })

  test('is ended by signing out, at once and for its access token', async () => {
    const { first } = await serve()
    const root = await first()
    const { cookie } = root
    expect(await root.send('POST', '/v1/session/sign-out')).toMatchObject({ status: 204 })
    expect(await root.send('GET', status)).toMatchObject({ status: 401 })
    root.cookie = cookie
    expect(await root.refresh()).toMatchObject({ body: { account: null } })
  })

  test('that another process ended is refused within five seconds', async () => {
    const clock = fakeClock()
    const store = createMemoryStore().accounts
    const one = await serve({ clock, store })
    const two = await serve({ clock, store })
    const root = await one.first()
    const elsewhere = two.browser()
    elsewhere.token = root.token
    expect(await elsewhere.send('GET', status)).toMatchObject({ status: 200 })
    expect(await root.send('DELETE', '/v1/account/sessions')).toMatchObject({ status: 204 })
    expect(await root.send('GET', status)).toMatchObject({ status: 401 })
    await clock.advance(5_000)
    expect(await elsewhere.send('GET', status)).toMatchObject({ status: 401 })
  })

  test('the list tells where one is signed in, and ends one of them', async () => {
    const { first, browser } = await serve()
    const root = await first()
    const phone = browser()
    await phone.signIn('root')
    const { body } = await root.send('GET', '/v1/account/sessions')
    const read = z.object({ sessions: z.array(z.object({ id: z.string(), isThis: z.boolean() })) })
    const { sessions } = read.parse(body)
    expect(sessions.map(({ isThis }) => isThis).sort()).toEqual([false, true])
    const other = sessions.find(({ isThis }) => !isThis)?.id
    expect(await root.send('DELETE', `/v1/account/sessions/${other}`)).toMatchObject({ status: 204 })
    expect(await phone.send('GET', status)).toMatchObject({ status: 401 })
    expect(await root.send('GET', status)).toMatchObject({ status: 200 })
  })
})

test('a changed password ends all other sessions, and only the owner of the old one changes it', async () => {
  const { first, browser } = await serve()
  const root = await first()
  const phone = browser()
  await phone.signIn('root')
  const change = (current: string, next: string) =>
    root.send('PUT', '/v1/account/password', { current, next })
  expect(await change('wrong', 'another good one')).toMatchObject({
    status: 400,
    body: { error: { parameter: 'current' } },
  })
  expect(await change(password, 'root')).toMatchObject({
    status: 400,
    body: { error: { parameter: 'next' } },
  })
  expect(await change(password, 'another good one')).toMatchObject({ status: 204 })
  expect(await phone.send('GET', status)).toMatchObject({ status: 401 })
  expect(await root.send('GET', status)).toMatchObject({ status: 200 })
  expect(await browser().signIn('root')).toMatchObject({ status: 401 })
  expect(await browser().signIn('root', 'another good one')).toMatchObject({ status: 200 })
})

describe('an API key', () => {
  async function withAKey(options: Parameters<typeof serveAccounts>[0] = {}) {
    const served = await serve(options)
    const root = await served.first()
    const made = withKey.parse((await root.send('POST', '/v1/account/keys', { name: 'nightly' })).body)
    const program = served.browser()
    program.token = made.key
    return { ...served, root, made, program }
  }

  test('is shown once, known by its beginning, and noted when it is used', async () => {
    const clock = fakeClock()
    const { root, made, program } = await withAKey({ clock })
    expect(made.key).toMatch(/^sm_[\w-]{43}$/)
    expect(made.key.startsWith(made.prefix)).toBe(true)
    expect(await program.send('GET', status)).toMatchObject({ status: 200 })
    const { body, text } = await root.send('GET', '/v1/account/keys')
    expect(body).toMatchObject({ keys: [{ name: 'nightly', prefix: made.prefix, usedAt: clock.now() }] })
    expect(text).not.toContain(made.key)
  })

  test('is refused at once when it is revoked, and one that is made up always', async () => {
    const { root, made, program, browser } = await withAKey()
    await program.send('GET', status)
    expect(await root.send('DELETE', `/v1/account/keys/${made.id}`)).toMatchObject({ status: 204 })
    expect(await program.send('GET', status)).toMatchObject({ status: 401 })
    const guess = browser()
    guess.token = `sm_${'A'.repeat(43)}`
    expect(await guess.send('GET', status)).toMatchObject({ status: 401 })
  })

  test('makes no further keys, ends no session and changes no password', async () => {
    const { program } = await withAKey()
    expect(await program.send('POST', '/v1/account/keys', { name: 'more' })).toMatchObject({ status: 403 })
    expect(await program.send('DELETE', '/v1/account/sessions')).toMatchObject({ status: 403 })
    const next = { current: password, next: 'another good one' }
    expect(await program.send('PUT', '/v1/account/password', next)).toMatchObject({ status: 403 })
  })

  test('of one account is of no concern to another', async () => {
    const { made, browser, root } = await withAKey({ registration: 'open' })
    const ada = browser()
    await ada.register('ada')
    expect(await ada.send('DELETE', `/v1/account/keys/${made.id}`)).toMatchObject({ status: 400 })
    expect((await ada.send('GET', '/v1/account/keys')).body).toEqual({ keys: [] })
    expect((await root.send('GET', '/v1/account/keys')).body).toMatchObject({ keys: [{ id: made.id }] })
  })
})

describe('access tokens', () => {
  test('are checked by anybody with the public keys, which hold no private part', async () => {
    const { first, browser } = await serve()
    const root = await first()
    const { body } = await browser().send('GET', '/v1/session/keys.json')
    expect(JSON.stringify(body)).not.toContain('"d"')
    const keys = z.object({ keys: z.array(z.looseObject({ kty: z.string() })) }).parse(body)
    const { payload, protectedHeader } = await jose.jwtVerify(root.token ?? '', jose.createLocalJWKSet(keys))
    expect(protectedHeader).toMatchObject({ alg: 'EdDSA', kid: expect.any(String) })
    expect((payload.exp ?? 0) - (payload.iat ?? 0)).toBe(600)
  })

  test('of a key of one’s own, without a signature, or changed by a letter are refused', async () => {
    const { first, browser } = await serve()
    const { token = '' } = await first()
    const [header = '', payload = '', signature = ''] = token.split('.')
    const { kid = '' } = jose.decodeProtectedHeader(token)
    const claims = jose.decodeJwt(token)
    const { privateKey } = await jose.generateKeyPair('EdDSA')
    const forged = await new jose.SignJWT(claims)
      .setProtectedHeader({ alg: 'EdDSA', typ: 'at+jwt', kid })
      .sign(privateKey)
    const keys = (await browser().send('GET', '/v1/session/keys.json')).text
    const hmac = await new jose.SignJWT(claims)
      .setProtectedHeader({ alg: 'HS256', typ: 'at+jwt', kid })
      .sign(new TextEncoder().encode(keys))
    const none = `${Buffer.from('{"alg":"none","typ":"at+jwt"}').toString('base64url')}.${payload}.`
    const turned = `${header}.${payload}.${signature.startsWith('A') ? 'B' : 'A'}${signature.slice(1)}`
    for (const bad of [forged, hmac, none, turned, `${token}x`, 'a.b.c', '…']) {
      const mallory = browser()
      mallory.token = bad
      expect([await mallory.send('GET', status), bad]).toMatchObject([{ status: 401 }, bad])
    }
  })

  test('of two processes are taken by both, and keys change without anybody noticing', async () => {
    const clock = fakeClock()
    const store = createMemoryStore().accounts
    const one = await serve({ clock, store, registration: 'open' })
    const two = await serve({ clock, store, registration: 'open' })
    const [ada, bob] = [one.browser(), two.browser()]
    await Promise.all([ada.register('ada'), bob.register('bob')])
    const crossed = async () => {
      const [there, here] = [two.browser(), one.browser()]
      there.token = ada.token
      here.token = bob.token
      return [(await there.send('GET', status)).status, (await here.send('GET', status)).status]
    }
    await clock.advance(2_000)
    expect(await crossed()).toEqual([200, 200])
    const kidOf = (token = '') => jose.decodeProtectedHeader(token).kid
    const before = kidOf(ada.token)
    // Used, so that they are not over.
    for (let n = 0; n < 3; n++) {
      await clock.advance(11 * 86_400_000)
      await Promise.all([ada.refresh(), bob.refresh()])
    }
    await clock.advance(2_000)
    expect(await crossed()).toEqual([200, 200])
    expect(kidOf(ada.token)).not.toBe(before)
  })

  test('are signed with a key that was given, and one that is none is refused without being shown', async () => {
    const { privateKey } = await jose.generateKeyPair('EdDSA', { extractable: true })
    const signingKey = JSON.stringify(await jose.exportJWK(privateKey))
    const { first, store } = await serve({ signingKey })
    const root = await first()
    expect(await root.send('GET', status)).toMatchObject({ status: 200 })
    expect(await store.listSigningKeys()).toEqual([])
    const wrong = await serve({ signingKey: '{"kty":"OKP","d":"hush-hush"}' })
    const answer = await (await wrong.first()).send('GET', '/v1/session/keys.json')
    expect(answer.text).toContain('private JSON Web Key')
    expect(answer.text).not.toContain('hush-hush')
  })
})

describe('pages of other hosts', () => {
  test.each(['sign-in', 'register', 'refresh', 'sign-out'])('cannot %s in somebody’s name', async (what) => {
    const { app, first } = await serve({}, { allowedOrigins: ['*'] })
    const root = await first()
    const response = await app.inject({
      method: 'POST',
      url: `/v1/session/${what}`,
      headers: { host: 'market.example', origin: 'https://evil.example', cookie: root.cookie ?? '' },
    })
    // Everybody's pages are allowed here, and still the cookie is not taken from them.
    expect([200, 204, 400]).toContain(response.statusCode)
    expect(response.body).not.toContain('accessToken')
    expect(response.headers).not.toHaveProperty('access-control-allow-credentials')
    expect((await root.refresh()).body).toMatchObject({ account: { name: 'root' } })
  })
})

test('an account that is removed is signed out everywhere, and nobody removes oneself', async () => {
  const { first, browser } = await serve({ registration: 'open' })
  const root = await first()
  const ada = browser()
  await ada.register('ada')
  const idOf = z.object({ accounts: z.array(z.object({ id: z.string(), name: z.string() })) })
  const { accounts } = idOf.parse((await root.send('GET', '/v1/accounts')).body)
  const id = (name: string) => accounts.find((account) => account.name === name)?.id
  expect(await root.send('DELETE', `/v1/accounts/${id('root')}`)).toMatchObject({ status: 400 })
  expect(await root.send('DELETE', `/v1/accounts/${id('ada')}`)).toMatchObject({ status: 204 })
  expect(await ada.send('GET', status)).toMatchObject({ status: 401 })
})

test('attempts are counted by the network that a customer of IPv6 has', () => {
  expect(addressKey('2001:db8:0:1::7')).toBe('2001:db8:0:1')
  expect(addressKey('2001:db8::7')).toBe('2001:db8:0:0')
  expect(addressKey('::1')).toBe('0:0:0:0')
  expect(addressKey('10.0.0.7')).toBe('10.0.0.7')
  expect(addressKey('::ffff:10.0.0.7')).toBe('::ffff:10.0.0.7')
})
