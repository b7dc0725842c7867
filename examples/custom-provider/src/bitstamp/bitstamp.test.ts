import { HttpResponse } from '@starkmatter/core'
import { describeProvider } from '@starkmatter/core/testing'
import { bitstamp } from './bitstamp.ts'

const seconds = Date.UTC(2024, 5, 14) / 1000
const ohlc = Array.from({ length: 5 }, (_, index) => ({
  timestamp: String(seconds + index * 86_400),
  open: '66000.5',
  high: '66100.00',
  low: '65900.25',
  close: `660${index}0.75`,
  volume: '12.34567890',
}))

describeProvider('bitstamp', {
  create: () => bitstamp(),
  answers: {
    getBars: { data: { pair: 'BTC/USD', ohlc } },
    unknownSymbol: new HttpResponse({ status: 404, text: 'Not found' }),
  },
  instruments: ['crypto:BTC/USD@BITSTAMP', 'crypto:ETH/EUR@BITSTAMP'],
})
