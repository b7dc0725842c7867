/*
 * Makes golden/talib.json: what TA-Lib gives for every function, on data that the project makes, with all parameters varied.
 *
 *   mkdir /tmp/talib && cd /tmp/talib && npm init -y && npm install talib@1.1.6    # compiles; needs gcc and make
 *   gcc -O2 -shared -fPIC -o /tmp/exact-atan.so packages/core/golden/exact-atan.c -lquadmath
 *   LD_PRELOAD=/tmp/exact-atan.so node packages/core/golden/make-talib.mjs /tmp/talib/node_modules/talib
 *
 * Exactly this version: it carries TA-Lib's C sources, built without fused multiply-add. It is LGPL and no dependency of
 * the workspace. The file holds no series: where our results must be equal to the bit, it holds a digest of the bits; for
 * functions that rest on the C library's sine, logarithm and the like it holds every 16th value. The arc tangent is
 * replaced by a correctly rounded one, which ours is too: see docs/decisions/arc-tangent.md.
 */
import { writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'esbuild'

const [path] = process.argv.slice(2)
if (!path) throw new Error('Say where npm talib@1.1.6 is: node make-talib.mjs <folder>/node_modules/talib')
const talib = createRequire(import.meta.url)(path)

const here = (file) => fileURLToPath(new URL(file, import.meta.url))
const bundle = join(tmpdir(), 'starkmatter-golden.mjs')
await build({
  stdin: {
    contents: `
      export { indicators } from './indicators/registry/index.ts'
      export * from './testing/indicator-golden.ts'`,
    resolveDir: here('../src'),
  },
  bundle: true,
  format: 'esm',
  platform: 'node',
  outfile: bundle,
})
const { digest, goldenData, goldenKinds, goldenParams, indicators, isLoose, sample } = await import(
  pathToFileURL(bundle).href
)

const lines = []
for (const { name } of talib.functions) {
  const indicator = indicators.get(name)
  if (!indicator) throw new Error(`${name} is not in the registry`)
  const { inputs, outputs } = talib.explain(name)
  const cases = goldenParams(indicator).map((params) => {
    const { unstablePeriod = 0, ...options } = params
    const named = Object.fromEntries(
      indicator.params.map((param) => [param.talib, options[param.name] ?? param.default]),
    )
    if (unstablePeriod) talib.setUnstablePeriod(unstableId(name), unstablePeriod)
    const results = {}
    for (const kind of goldenKinds) {
      const data = goldenData(kind, name)
      const length = data.close.length
      const columns = indicator.inputs.map((input) => Array.from(data[input]))
      const reals = inputs.filter(({ type }) => type !== 'price').map((input) => input.name)
      const call = { name, startIdx: 0, endIdx: length - 1, ...named }
      for (const [index, input] of indicator.inputs.entries()) call[input] = columns[index]
      for (const [index, real] of reals.entries()) call[real] = columns[index]
      const { begIndex, nbElement, result } = talib.execute(call)
      const full = outputs.map((output) => {
        const lead = indicator.group === 'Pattern Recognition' ? 0 : Number.NaN
        const column = new Float64Array(length).fill(lead)
        if (nbElement > 0) column.set(result[output.name].slice(0, nbElement), begIndex)
        return column
      })
      results[kind] = isLoose(name) ? full.map(sample) : digest(full)
    }
    if (unstablePeriod) talib.setUnstablePeriod(unstableId(name), 0)
    return `{"params":${JSON.stringify(params)},"results":${JSON.stringify(results)}}`
  })
  lines.push(`${JSON.stringify(name)}:[\n${cases.join(',\n')}]`)
}
writeFileSync(here('talib.json'), `{${lines.join(',\n')}}\n`)

function unstableId(name) {
  // TA-Lib leaves it to the function inside.
  if (name === 'ADXR' || name === 'STOCHRSI') return unstableId(name === 'ADXR' ? 'ADX' : 'RSI')
  const plain = (text) => text.replaceAll(/[^a-z0-9]/gi, '').toLowerCase()
  const found = Object.entries(talib.functionUnstIds).find(([key]) => plain(key).endsWith(`unst${plain(name)}`))
  if (!found) throw new Error(`${name} has no unstable period`)
  return found[1]
}
