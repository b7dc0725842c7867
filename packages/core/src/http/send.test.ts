import { createServer } from 'node:http'
import { inspect } from 'node:util'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { send } from './send.ts'

function ask(url: string, asked: typeof globalThis.fetch = fetch) {
  return send({ url }, { fetch: asked, signal: new AbortController().signal, provider: 'test' })
}

const answer = (body: Uint8Array<ArrayBuffer>) =>
  ask('https://example.com/feed.xml.gz', async () => new Response(body))

/** A fetch of the caller's own that knows nothing to which an address could be relative. */
const refusing: typeof fetch = async () => {
  throw new TypeError('Only absolute URLs are supported')
}

/** Ends with its signal alone. */
const stalled: typeof fetch = (_input, init) =>
  new Promise((_resolve, reject) => {
    init?.signal?.addEventListener('abort', () => reject(init.signal?.reason))
  })

test('what comes compressed and does not say so is read', async () => {
  expect((await answer(Uint8Array.from(gzipSync('<rss>Société</rss>')))).text).toBe('<rss>Société</rss>')
})

test('a few bytes that unpack to more than 64 MiB are refused', async () => {
  const bomb = Uint8Array.from(gzipSync(new Uint8Array(65 * 2 ** 20)))
  expect(bomb.length).toBeLessThan(2 ** 17)
  await expect(answer(bomb)).rejects.toMatchObject({ code: 'VALIDATION', provider: 'test' })
})

test.each([
  ['breaks off within', (whole: Uint8Array) => whole.slice(0, -12)],
  [
    'is changed on its way',
    (whole: Uint8Array) => whole.map((byte, at) => (at === whole.length - 6 ? ~byte : byte)),
  ],
])('what comes compressed and %s is a fault of the answer, not of the network', async (_what, damage) => {
  const error: unknown = await answer(Uint8Array.from(damage(gzipSync('<rss>Société</rss>')))).catch(
    (thrown) => thrown,
  )
  expect(error).toMatchObject({ code: 'UPSTREAM', provider: 'test', retryable: true })
  expect(String(error)).toContain('damaged')
})

test('so is what fetch itself cannot unpack; a connection that breaks is one of the network', async () => {
  const damaged = gzipSync('<rss>Société</rss>').fill(0, 12)
  const server = createServer((request, response) => {
    if (request.url === '/broken')
      response.writeHead(200, { 'content-length': 500 }).write('half', () => response.destroy())
    else response.writeHead(200, { 'content-encoding': 'gzip' }).end(damaged)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const origin = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`
  await expect(ask(`${origin}/damaged`)).rejects.toMatchObject({ code: 'UPSTREAM' })
  await expect(ask(`${origin}/broken`)).rejects.toMatchObject({ code: 'NETWORK' })
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
})

test('a key with letters that no header can hold is the key’s fault, not the network’s, and is not repeated', async () => {
  const asked = { url: 'https://example.com', headers: { authorization: 'Bearer sécret-€' } }
  const error: unknown = await send(asked, {
    fetch,
    signal: new AbortController().signal,
    provider: 'test',
  }).catch((thrown) => thrown)
  expect(error).toMatchObject({ code: 'INVALID_KEY', retryable: false, provider: 'test' })
  expect(inspect(error)).not.toContain('cret-')
})

test.each([
  'nowhere/search',
  '/v1/bars?apikey=abc',
  'https://',
  'httpx://example.com',
  'https://user:secret@example.com',
])('the address %s names "baseUrl", once, and is not tried again', async (url) => {
  for (const asked of [fetch, refusing]) {
    const error: unknown = await ask(url, asked).catch((thrown) => thrown)
    expect(error).toMatchObject({
      code: 'BAD_REQUEST',
      parameter: 'baseUrl',
      retryable: false,
      provider: 'test',
    })
    expect(String(error)).not.toMatch(/abc|secret/)
  }
})

test('a relative address that a fetch knows, and cannot reach, is a fault of the network', async () => {
  const offline = async () => {
    throw new TypeError('fetch failed', {
      cause: Object.assign(new Error('refused'), { code: 'ECONNREFUSED' }),
    })
  }
  const error: unknown = await ask('/v1/bars', offline).catch((thrown) => thrown)
  expect(error).toMatchObject({ code: 'NETWORK' })
  expect(String(error)).toContain('ECONNREFUSED')
})

test.each(['https://example.com/url', 'https://relative.example/address'])(
  'a whole address, %s, is never to blame for what its venue does',
  async (url) => {
    const broken = async () => {
      throw new TypeError(`the URL ${url} broke off`)
    }
    await expect(ask(url, broken)).rejects.toMatchObject({ code: 'NETWORK' })
  },
)

test('a fetch that gives up by a signal of its own is told apart from the network and from the call', async () => {
  const impatient: typeof fetch = (input, init) => stalled(input, { ...init, signal: AbortSignal.timeout(5) })
  const error: unknown = await ask('https://example.com', impatient).catch((thrown) => thrown)
  expect(error).toMatchObject({ code: 'TIMEOUT', provider: 'test', timeoutMs: expect.any(Number) })
  expect(String(error)).toContain('"fetch"')
})

test('a fetch that knows what an address is relative to is given it', async () => {
  const url = '/v1/bars'
  const options = { fetch: async (asked: unknown) => new Response(String(asked)), provider: 'test' }
  expect((await send({ url }, { ...options, signal: new AbortController().signal })).text).toBe(url)
})
