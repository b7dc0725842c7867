import { inspect } from 'node:util'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { send } from './send.ts'

function answer(body: Uint8Array<ArrayBuffer>) {
  return send(
    { url: 'https://example.com/feed.xml.gz' },
    { fetch: async () => new Response(body), signal: new AbortController().signal, provider: 'test' },
  )
}

test('what comes compressed and does not say so is read', async () => {
  expect((await answer(Uint8Array.from(gzipSync('<rss>Société</rss>')))).text).toBe('<rss>Société</rss>')
})

test('a few bytes that unpack to more than 64 MiB are refused', async () => {
  const bomb = Uint8Array.from(gzipSync(new Uint8Array(65 * 2 ** 20)))
  expect(bomb.length).toBeLessThan(2 ** 17)
  await expect(answer(bomb)).rejects.toMatchObject({ code: 'VALIDATION', provider: 'test' })
})

test('what breaks off within is a broken connection', async () => {
  const whole = gzipSync('<rss>Société</rss>')
  await expect(answer(Uint8Array.from(whole.subarray(0, whole.length - 12)))).rejects.toMatchObject({
    code: 'NETWORK',
  })
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

test('an address that is none is told once, and not tried again', async () => {
  const asked = send(
    { url: 'nowhere/search' },
    { fetch, signal: new AbortController().signal, provider: 'test' },
  )
  await expect(asked).rejects.toMatchObject({ code: 'INVALID_KEY', retryable: false })
})

test('a fetch that knows what an address is relative to is given it', async () => {
  const url = '/v1/bars'
  const options = { fetch: async (asked: unknown) => new Response(String(asked)), provider: 'test' }
  expect((await send({ url }, { ...options, signal: new AbortController().signal })).text).toBe(url)
})
