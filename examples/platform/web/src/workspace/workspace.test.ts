import { expect, test } from 'vitest'
import { formatIndicators, parseIndicators } from './indicator-text.ts'
import { nextTheme } from './themes.ts'
import { fromSearch, loadWorkspace, storeWorkspace, toSearch } from './workspace.ts'

function memory(initial: Record<string, string> = {}) {
  const values = new Map(Object.entries(initial))
  return {
    getItem: (key: string) => values.get(key) ?? null,
    setItem: (key: string, value: string) => void values.set(key, value),
  }
}

test('a first visit opens with five indicators over daily bars', () => {
  const workspace = loadWorkspace('', memory(), 'light')
  expect(workspace).toMatchObject({ symbol: null, interval: '1d', theme: 'light', watchlist: null })
  expect(workspace.indicators.map(({ name }) => name)).toEqual(['SMA', 'EMA', 'BBANDS', 'RSI', 'MACD'])
})

test('what is stored comes back whole', () => {
  const storage = memory()
  const left = {
    ...loadWorkspace('', memory(), 'dark'),
    symbol: 'crypto:BTC/USDT@BINANCE',
    interval: '5m',
    adjustment: 'splits+dividends',
    theme: 'contrast',
    palette: 'colour-blind',
    watchlist: ['AAPL', 'fx:EUR/USD'],
  } as const
  storeWorkspace(left, storage)
  expect(loadWorkspace('', storage, 'dark')).toEqual(left)
})

test('an address carries the view to someone else, and wins over what is stored', () => {
  const sent = {
    ...loadWorkspace('', memory(), 'dark'),
    symbol: 'equity:BRK.B@XNYS',
    interval: '1h',
    adjustment: 'splits',
  } as const
  const search = toSearch(sent)
  expect(search).toContain('symbol=equity:BRK.B@XNYS')
  const storage = memory()
  storeWorkspace({ ...sent, symbol: 'AAPL' }, storage)
  expect(loadWorkspace(search, storage, 'dark').symbol).toBe('equity:BRK.B@XNYS')
  expect(fromSearch(search)).toMatchObject({ indicators: sent.indicators, adjustment: 'splits' })
})

test('an address or a storage that makes no sense changes nothing', () => {
  const usual = loadWorkspace('', memory(), 'dark')
  expect(loadWorkspace('?interval=soon&symbol=', memory(), 'dark')).toEqual(usual)
  for (const broken of ['{', '[]', '"text"', '{"theme":"pink","interval":1,"watchlist":3}']) {
    expect(loadWorkspace('', memory({ 'starkmatter.workspace': broken }), 'dark')).toEqual(usual)
  }
})

test('storage that is full or blocked only means that nothing is kept', () => {
  const blocked = {
    setItem() {
      throw new DOMException('full', 'QuotaExceededError')
    },
  }
  expect(() => storeWorkspace(loadWorkspace('', memory(), 'dark'), blocked)).not.toThrow()
})

test('indicators survive the way through an address, without one that is no number', () => {
  const choices = [
    { name: 'BBANDS', params: { period: 20, deviationsUp: 2.5 } },
    { name: 'RSI', params: {} },
  ]
  expect(parseIndicators(formatIndicators(choices))).toEqual(choices)
  expect(parseIndicators('SMA(period=x;other=),,RSI')).toEqual([
    { name: 'SMA', params: {} },
    { name: 'RSI', params: {} },
  ])
})

test('three themes follow each other in a ring', () => {
  expect([nextTheme('dark'), nextTheme('light'), nextTheme('contrast')]).toEqual([
    'light',
    'contrast',
    'dark',
  ])
})
