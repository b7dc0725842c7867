import { crypto } from '../../market/index.ts'
import { roundTrip, type SymbolDialect } from '../../provider/index.ts'

// Longer names first, as some end in shorter ones. Every quote currency of the spot market that is not itself rare.
const quotes =
  'FDUSD USDT USDC TUSD BUSD EURI DAI BTC ETH BNB EUR TRY BRL JPY GBP AUD ARS MXN PLN RON ZAR UAH COP CZK IDR XRP TRX DOGE'.split(
    ' ',
  )

/** Binance's spelling: `BTCUSDT`. */
export const binanceSymbols: SymbolDialect = roundTrip(
  (instrument) => {
    if (instrument.assetClass !== 'crypto') return undefined
    if (instrument.venue !== undefined && instrument.venue !== 'BINANCE') return undefined
    return instrument.base + instrument.quote
  },
  (symbol) => {
    const quote = quotes.find((one) => symbol.endsWith(one) && symbol.length > one.length)
    if (!quote || !/^[A-Z0-9]+$/.test(symbol)) return undefined
    return crypto(symbol.slice(0, -quote.length), quote, 'BINANCE')
  },
)
