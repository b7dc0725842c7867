import { gzipSync } from 'node:zlib'
import * as everything from '@starkmatter/core/indicators'
import { build as esbuild } from 'esbuild'
import { rolldown } from 'rolldown'
import { report } from './lib/report.ts'

const conditions = ['@starkmatter/source', 'import']
const resolveDir = new URL('..', import.meta.url).pathname
const virtual = 'virtual:entry'

async function withEsbuild(contents: string): Promise<number> {
  const { outputFiles } = await esbuild({
    stdin: { contents, resolveDir },
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    conditions,
    write: false,
  })
  return gzipSync(outputFiles[0]?.contents ?? '', { level: 9 }).length
}

async function withRolldown(contents: string): Promise<number> {
  const bundle = await rolldown({
    input: virtual,
    cwd: resolveDir,
    resolve: { conditionNames: conditions },
    plugins: [
      {
        name: 'entry',
        resolveId: (id) => (id === virtual ? `${resolveDir}entry.js` : null),
        load: (id) => (id === `${resolveDir}entry.js` ? contents : null),
      },
    ],
  })
  const { output } = await bundle.generate({ format: 'esm', minify: true })
  return gzipSync(output[0].code, { level: 9 }).length
}

const sizes = async (name: string, contents: string) => ({
  name,
  esbuildBytes: await withEsbuild(contents),
  rolldownBytes: await withRolldown(contents),
})

const from = "from '@starkmatter/core/indicators"
const functions = Object.keys(everything).filter((name) => `${name}Lookback` in everything)
const rows = [
  await sizes('whole library', `export * ${from}'`),
  await sizes('whole library with registry', `export * ${from}'\nexport * ${from}/registry'`),
]
for (const name of functions) rows.push(await sizes(name, `export { ${name} } ${from}'`))
const alone = rows.slice(2).map(({ esbuildBytes, rolldownBytes }) => Math.max(esbuildBytes, rolldownBytes))
alone.sort((a, b) => a - b)
const median = alone[alone.length >> 1] ?? 0
const small = alone.filter((bytes) => bytes < 1000).length
const whole = Math.max(rows[0]?.esbuildBytes ?? 0, rows[0]?.rolldownBytes ?? 0)

report({
  name: 'indicators-size',
  method:
    'Minified and gzipped (level 9) size of every function imported alone, errors included, and of everything.',
  rows,
  bars: [
    {
      claim: `one function alone is under 1 kB: ${small} of ${alone.length} are, the median has ${median} bytes, the largest ${alone.at(-1)}`,
      met: small === alone.length,
    },
    { claim: `whole library: ${whole} bytes, under 45 kB`, met: whole < 45_000 },
  ],
})
