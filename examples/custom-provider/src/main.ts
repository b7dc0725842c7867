import { createClient } from '@starkmatter/core'
import { kraken } from '@starkmatter/core/providers/kraken'
import { bitstamp } from './bitstamp/bitstamp.ts'

// The new venue first; where it fails, Kraken answers.
const client = createClient({ providers: [bitstamp(), kraken()] })
const bars = await client.getBars({ symbol: 'crypto:BTC/USD', interval: '1d', limit: 7 })
for (const { date, close } of bars) console.log(bars.source.provider, date, close)
client.close()
