import { MarketChart } from '@starkmatter/components/market-chart'
import { PriceHeader } from '@starkmatter/components/price-header'
import { createClient } from '@starkmatter/core'
import { synthetic } from '@starkmatter/core/providers/synthetic'
import { StarkMatterProvider } from '@starkmatter/react'
import { createRoot } from 'react-dom/client'
import '@starkmatter/components/styles.css'

// A made-up market in the browser itself: no key, no server. For real ones, run the gateway and use `gateway({ url })`.
const client = createClient({ providers: [synthetic()] })

const indicators = [
  { name: 'SMA', params: { period: 50 } },
  { name: 'RSI', params: {} },
]

createRoot(document.getElementById('root') ?? document.body).render(
  <StarkMatterProvider client={client}>
    <PriceHeader symbol="AAPL" />
    <div style={{ height: '80vh' }}>
      <MarketChart symbol="AAPL" interval="1d" indicators={indicators} />
    </div>
  </StarkMatterProvider>,
)
