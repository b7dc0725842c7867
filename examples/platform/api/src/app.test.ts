import { expect, test } from 'vitest'
import { openApp } from './app.ts'
import { readConfig } from './config.ts'
import { openPlatformLog } from './log.ts'

/** What the application takes for the address of a caller that a proxy names. */
async function addressSeen(trustedProxies: readonly string[], from: string): Promise<string> {
  const app = openApp(openPlatformLog(readConfig({ LOG_LEVEL: 'silent' }, [])), () => {}, trustedProxies)
  app.get('/address', async ({ ip }) => ({ ip }))
  const headers = { 'x-forwarded-for': '203.0.113.7' }
  const answer = await app.inject({ url: '/address', remoteAddress: from, headers })
  await app.close()
  return answer.json<{ ip: string }>().ip
}

test('a trusted proxy tells where a caller is', async () => {
  expect(await addressSeen(['uniquelocal'], '10.1.2.3')).toBe('203.0.113.7')
})

test('whoever is no trusted proxy is the caller, whatever it writes into a header', async () => {
  expect(await addressSeen(['uniquelocal'], '198.51.100.4')).toBe('198.51.100.4')
  expect(await addressSeen([], '10.1.2.3')).toBe('10.1.2.3')
})
