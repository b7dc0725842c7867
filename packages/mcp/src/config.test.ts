import { describe, expect, test } from 'vitest'
import { readConfig } from './config.ts'

describe('configuration', () => {
  test('has a value for everything when nothing is set, and an empty variable is not set', () => {
    for (const variables of [
      {},
      { PORT: '', HOST: ' ', STARKMATTER_PROVIDERS: '', STARKMATTER_MCP_TOKEN: '' },
    ]) {
      expect(readConfig(variables, [])).toMatchObject({
        PORT: 3333,
        HOST: '127.0.0.1',
        STARKMATTER_WATCHLIST: [],
        transport: 'stdio',
        show: undefined,
      })
    }
  })

  test('comes from the arguments before the environment', () => {
    expect(readConfig({ PORT: '1' }, ['--http', '--port', '8080'])).toMatchObject({
      PORT: 8080,
      transport: 'http',
    })
    expect(readConfig({}, ['-h']).show).toBe('help')
  })

  test('lists are separated by commas', () => {
    const { STARKMATTER_WATCHLIST, STARKMATTER_PROVIDERS } = readConfig(
      { STARKMATTER_WATCHLIST: 'AAPL, BTC/USD,', STARKMATTER_PROVIDERS: 'yahoo, kraken' },
      [],
    )
    expect(STARKMATTER_WATCHLIST).toEqual(['AAPL', 'BTC/USD'])
    expect(STARKMATTER_PROVIDERS).toEqual(['yahoo', 'kraken'])
  })

  test.each<[Record<string, string>, string[], RegExp]>([
    [{ PORT: '80.5' }, [], /^PORT must be a whole number from 0 to 65535, but is "80.5"\.$/],
    [{ PORT: '1' }, ['--http', '--port', 'x'], /^PORT must be a whole number from 0 to 65535, but is "x"\.$/],
    [
      { STARKMATTER_AS_OF: 'yesterday' },
      [],
      /^STARKMATTER_AS_OF must be an instant like 2024-06-28T20:00:00Z, but is "yesterday"\.$/,
    ],
    [
      { MASSIVE_BASE_URL: 'ftp://x' },
      [],
      /^MASSIVE_BASE_URL must be an http\(s\) address, but is "ftp:\/\/x"\.$/,
    ],
    [
      { STARKMATTER_MCP_TOKEN: 'hunter2' },
      [],
      /^STARKMATTER_MCP_TOKEN must be a secret of at least 16 characters\.$/,
    ],
    [
      { HOST: '192.168.1.5' },
      ['--http'],
      /^HOST is 192\.168\.1\.5, which others can reach\. Set STARKMATTER_MCP_TOKEN/,
    ],
  ])('%o with %j is refused with a sentence that names it', (variables, args, message) => {
    expect(() => readConfig(variables, args)).toThrow(message)
  })

  test('a host that others can reach is served with a token', () => {
    const variables = { HOST: '0.0.0.0', STARKMATTER_MCP_TOKEN: 'a-token-of-some-length' }
    expect(readConfig(variables, ['--http']).HOST).toBe('0.0.0.0')
  })
})
