import { describe, expect, test } from 'vitest'
import { readConfig } from './config.ts'

describe('configuration', () => {
  test('has a value for everything when nothing is set', () => {
    expect(readConfig({}, [])).toMatchObject({
      PORT: 3000,
      HOST: 'localhost',
      STARKMATTER_HOME: '.starkmatter/home',
      STARKMATTER_ALLOWED_ORIGINS: [],
      LOG_LEVEL: 'warn',
      LOG_FORMAT: 'plain',
      data: undefined,
    })
  })

  test('an empty variable counts as one that is not set', () => {
    const empty = { PORT: '', MASSIVE_API_KEY: ' ', STARKMATTER_HOME: '', STARKMATTER_PROVIDERS: '' }
    expect(readConfig(empty, [])).toMatchObject({ PORT: 3000, STARKMATTER_HOME: '.starkmatter/home' })
    expect(readConfig(empty, []).providerVariables).toEqual({})
  })

  test('trusted proxies are networks, by address or by name', () => {
    const { STARKMATTER_TRUSTED_PROXIES } = readConfig(
      { STARKMATTER_TRUSTED_PROXIES: 'uniquelocal, ::1,10.0.0.0/8' },
      [],
    )
    expect(STARKMATTER_TRUSTED_PROXIES).toEqual(['uniquelocal', '::1', '10.0.0.0/8'])
  })

  test('the folder to import comes from the arguments, else from the environment', () => {
    expect(readConfig({ STARKMATTER_DATA: 'a' }, []).data).toBe('a')
    expect(readConfig({ STARKMATTER_DATA: 'a' }, ['--data', 'b']).data).toBe('b')
  })

  test.each([
    [{ PORT: 'abc' }, 'PORT must be a whole number from 0 to 65535, but is "abc".'],
    [{ PORT: '65536' }, 'PORT must be a whole number from 0 to 65535, but is "65536".'],
    [{ PORT: '80.5' }, 'PORT must be a whole number from 0 to 65535, but is "80.5".'],
    [
      { REPORTS_USD_PER_DAY: '-1' },
      'REPORTS_USD_PER_DAY must be an amount in dollars, 0 or more, but is "-1".',
    ],
    [
      { STARKMATTER_TRUSTED_PROXIES: '10.0.0.0/40' },
      'STARKMATTER_TRUSTED_PROXIES must be addresses or networks (10.0.0.0/8, loopback, linklocal, uniquelocal), separated by commas, but is "10.0.0.0/40".',
    ],
    [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL must be silent, error, warn, info or debug, but is "loud".'],
    [{ LOG_FORMAT: 'xml' }, 'LOG_FORMAT must be plain or ecs, but is "xml".'],
    [{ YAHOO_BASE_URL: 'ftp://x' }, 'YAHOO_BASE_URL must be an http(s) address, but is "ftp://x".'],
    [
      { STARKMATTER_PROVIDERS: 'yahoo,bloomberg' },
      'STARKMATTER_PROVIDERS must be a list of massive, alpha-vantage, alpaca, tiingo, sec-edgar, yahoo, kraken, coinbase, binance, synthetic, separated by commas, but is "yahoo,bloomberg".',
    ],
  ])('%o is refused with a sentence that names it', (variables, message) => {
    expect(() => readConfig(variables, [])).toThrow(message)
  })

  test('an argument that is not known is refused with the usage', () => {
    expect(() => readConfig({}, ['--port', '1'])).toThrow(/--port.*Usage: npm start/s)
  })
})
