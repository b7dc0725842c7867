import { createRequire } from 'node:module'

const require = createRequire(import.meta.url)

// What the two sides of the benchmark set otherwise than TA-Lib does.
const set = {
  BBANDS: { optInTimePeriod: 20 },
  STDDEV: { optInTimePeriod: 20 },
  STOCH: { optInFastK_Period: 14 },
}

/**
 * All functions of TA-Lib with its defaults behind a binding: the conversion of columns is part of the price. A single
 * column is the closes, a pair high and low; an arc cosine needs the unit interval.
 */
function taLib(functions, execute) {
  return Object.fromEntries(
    functions.map(({ name, inputs, optInputs }) => {
      const defaults = Object.fromEntries(
        optInputs.map((one) => [one.name, set[name]?.[one.name] ?? one.defaultValue]),
      )
      const places = inputs.flatMap((input) => (input.type === 'real' ? [input.name] : []))
      const columnOf = {
        inReal: name === 'ACOS' || name === 'ASIN' ? 'unit' : 'close',
        inReal0: 'high',
        inReal1: 'low',
        inPeriods: 'periods',
      }
      const run = (columns) => {
        const given = Object.fromEntries(places.map((place) => [place, columns[columnOf[place]]]))
        return execute(name, columns, given, defaults)
      }
      return [name, run]
    }),
  )
}

export function native() {
  const peer = require('talib')
  return taLib(peer.functions, (name, columns, reals, options) =>
    peer.execute({ name, startIdx: 0, endIdx: columns.close.length - 1, ...columns, ...reals, ...options }),
  )
}

// The wasm build never sets what a doji or a long candle is, so that all but these give wrong values or fail.
const soundPatterns = ['CDLENGULFING', 'CDLHIKKAKE', 'CDLXSIDEGAP3METHODS']

// It computes one bar more than it has memory for: what has a value from the first bar on writes past its end, and after a
// few calls no memory is left. So the math transforms, too.
const fromFirstBar = 'ADD DIV MULT SUB AVGPRICE MEDPRICE TYPPRICE WCLPRICE BOP AD OBV'.split(' ')

export async function wasm() {
  const peer = require('talib-web')
  // Its loader takes a `fetch` for a browser's and asks it for a file.
  const { fetch } = globalThis
  delete globalThis.fetch
  await peer.init()
  globalThis.fetch = fetch
  const functions = require('talib').functions.filter(({ name, group }) =>
    group === 'Pattern Recognition'
      ? soundPatterns.includes(name)
      : group !== 'Math Transform' && !fromFirstBar.includes(name),
  )
  return taLib(functions, (name, columns, reals, options) => {
    const named = Object.entries(options).map(([key, value]) => [
      // `timePeriod`, `fastK_Period`, but `MAType`.
      key.slice('optIn'.length).replace(/^[A-Z](?![A-Z])/, (first) => first.toLowerCase()),
      value,
    ])
    return peer[name]({ ...columns, ...reals, ...Object.fromEntries(named) })
  })
}
