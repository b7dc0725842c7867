import { expect, test } from 'vitest'
import { readFileName } from './file-name.ts'

test.each([
  ['SPY-daily-raw.csv', 'SPY', null, '1d', 'raw'],
  ['AAPL-1m-2014-06-05_09.csv', 'AAPL', null, '1m', null],
  ['BTCUSDT-binance-1h-2020-05_06.csv', 'BTCUSDT', 'BINANCE', '1h', null],
  ['Binance_BTCUSDT_d.csv', 'BTCUSDT', 'BINANCE', '1d', null],
  ['UNITTEST_BTC-1m-freqtrade.csv', 'UNITTEST_BTC', null, '1m', null],
  ['BTC-USD-5min.csv', 'BTC-USD', null, '5m', null],
  ['BRK-B.csv', 'BRK.B', null, null, null],
  ['SAP-DE-1d.csv', 'SAP.DE', null, '1d', null],
  ['data/1h/aapl.csv', 'AAPL', null, '1h', null],
  ['IBM_adjusted_weekly.csv', 'IBM', null, '1w', 'splits+dividends'],
  ['D.csv', 'D', null, null, null],
  ['HistoricalData_AAPL.csv', 'AAPL', null, null, null],
  ['DAT_ASCII_EURUSD_M1_2020.csv', 'EURUSD', null, '1m', null],
  ['EURUSD60.csv', 'EURUSD', null, '1h', null],
  ['daily_MSFT.csv', 'MSFT', null, '1d', null],
  ['prices.csv', null, null, null, null],
  ['AAPL-factors.csv', 'AAPL', null, null, null],
])('%s', (path, symbol, venue, interval, adjustment) => {
  expect(readFileName(path)).toEqual({ symbol, venue, interval, adjustment })
})
