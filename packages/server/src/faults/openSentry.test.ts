import { expect, onTestFinished, test } from 'vitest'
import { createScrubber } from '../log/scrubber.ts'
import { startFakeSentry } from '../testing/fake-sentry.ts'
import { openSentry } from './openSentry.ts'

async function opened(options: { isSilent?: boolean } = {}) {
  const sentry = await startFakeSentry(options)
  onTestFinished(sentry.stop)
  const scrubber = createScrubber()
  const faults = await openSentry({ dsn: sentry.dsn, release: '1.2.3', scrubValue: scrubber.scrubValue })
  return { ...sentry, faults, hide: scrubber.hide }
}

test('a fault is one envelope: the error, its cause, where it was thrown, the release, and the facts', async () => {
  const { faults, envelopes } = await opened()
  faults.report(new Error('It broke', { cause: new TypeError('a part of it') }), {
    route: '/v1/bars',
    request: 'order-17',
  })
  await faults.close(5_000)
  expect(envelopes).toHaveLength(1)
  const [{ path, items } = { path: '', items: [] }] = envelopes
  expect(path).toMatch(/^\/api\/42\/envelope\/\?.*sentry_key=publickey123/)
  expect(items[1]).toMatchObject({ type: 'event' })
  expect(items[2]).toMatchObject({
    level: 'error',
    platform: 'node',
    release: '1.2.3',
    environment: 'production',
    tags: { route: '/v1/bars', request: 'order-17' },
    exception: {
      values: [
        { type: 'TypeError', value: 'a part of it' },
        {
          type: 'Error',
          value: 'It broke',
          stacktrace: {
            frames: expect.arrayContaining([expect.objectContaining({ lineno: expect.any(Number) })]),
          },
        },
      ],
    },
  })
})

test('nothing that is hidden, and nothing of the machine or the environment, is in it', async () => {
  const { faults, envelopes, hide } = await opened()
  hide('hush-hush-password')
  process.env.OPERATIONS_TEST_MARK = 'value-of-the-environment'
  const error = new Error('refused postgres://market:hush-hush-password@db/market?token=abcdefgh')
  Object.assign(error, { password: 'planted-as-a-field' })
  faults.report(error, { note: 'HUSH-HUSH-PASSWORD' })
  await faults.close(5_000)
  Reflect.deleteProperty(process.env, 'OPERATIONS_TEST_MARK')
  const [{ body } = { body: '' }] = envelopes
  expect(body).toContain('refused postgres://')
  expect(body).not.toMatch(/hush-hush|abcdefgh|planted-as-a-field|value-of-the-environment/i)
  for (const field of ['request', 'user', 'breadcrumbs', 'modules', 'server_name'])
    expect(body).not.toContain(`"${field}":`)
})

test('what is no error is told, too, and a storm of errors is bounded', async () => {
  const { faults, envelopes } = await opened({ isSilent: true })
  for (let n = 0; n < 500; n++) faults.report(n % 2 === 0 ? `text ${n}` : { odd: n })
  const before = performance.now()
  await faults.close(300)
  expect(performance.now() - before).toBeLessThan(3_000)
  expect(envelopes.length).toBeGreaterThan(0)
  expect(envelopes.length).toBeLessThanOrEqual(16)
})

test('a Sentry that is not there costs nothing', async () => {
  const { faults, stop } = await opened()
  await stop()
  faults.report(new Error('It broke'))
  await faults.close(2_000)
})

test.each([
  '',
  'sentry.example/42',
  'https://sentry.example/42',
  'ftp://hush-hush@x/42',
  'https://hush-hush@x/y',
])('the address %j is refused and not repeated', async (dsn) => {
  const error = await openSentry({ dsn, scrubValue: String }).catch((thrown: unknown) => thrown)
  expect(error).toMatchObject({ code: 'BAD_REQUEST', parameter: 'dsn' })
  expect(String(error)).not.toContain('hush-hush')
})
