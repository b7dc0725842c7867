import { expect, test } from 'vitest'
import { checkWebhookUrl, isPublicAddress, publicLookup } from './address-guard.ts'

test.each([
  ...['127.0.0.1', '10.1.2.3', '172.31.0.1', '192.168.1.1', '169.254.169.254', '100.64.0.1', '0.0.0.0'],
  ...['224.0.0.1', '255.255.255.255', '198.18.0.1', '192.0.2.7'],
  ...['::1', '::', 'fe80::1', 'fd00::1', 'ff02::1', '::ffff:10.0.0.1', '::ffff:8.8.8.8', '64:ff9b::a00:1'],
  ...['2002:7f00:1::', '2001:db8::1', '2001::1', 'not an address', ''],
])('%s is not on the public Internet', (address) => {
  expect(isPublicAddress(address)).toBe(false)
})

test.each(['8.8.8.8', '172.32.0.1', '192.169.0.1', '2606:4700:4700::1111', '2a00:1450:4001::1'])(
  '%s is',
  (address) => {
    expect(isPublicAddress(address)).toBe(true)
  },
)

test.each([
  'https://127.0.0.1/hook',
  'https://2130706433/hook',
  'https://0x7f.1/hook',
  'https://[::1]/hook',
  'https://[::ffff:127.0.0.1]/hook',
  'https://localhost/hook',
  'http://example.com/hook',
  'file:///etc/passwd',
  'gopher://example.com',
  'https://user:pass@example.com/hook',
  'hook',
])('%s is no address of a webhook', (url) => {
  expect(() => checkWebhookUrl(url, false)).toThrow(
    expect.objectContaining({ code: 'BAD_REQUEST', parameter: 'webhook' }),
  )
})

test('private addresses and http: are for those who allow them, passwords for nobody', () => {
  expect(checkWebhookUrl('http://127.0.0.1:8080/hook', true).port).toBe('8080')
  expect(() => checkWebhookUrl('https://user:pass@example.com/', true)).toThrow(/no user and password/)
  expect(() => checkWebhookUrl('https://user:hush@example.com/', true)).not.toThrow(/hush/)
})

test('a name that leads into this machine is refused as it is looked up', async () => {
  const error = await new Promise((resolve) => publicLookup('localhost', { all: true }, resolve))
  expect(error).toMatchObject({ name: 'PrivateAddressError' })
})
