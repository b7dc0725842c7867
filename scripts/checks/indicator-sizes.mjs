import { resolveDir, withEsbuildEach, withRolldown } from './bundle-size.mjs'

const indicators = '@starkmatter/core/indicators'

/**
 * Most simple functions are to stay under 1 kB alone; what walks windows, follows a cycle or calls other functions takes
 * more. Patterns share a screen of about 2 kB. Limits above 1 kB hold what was reached.
 */
const limits = { patternKb: 3.8, functionKb: 6.7, medianKb: 1.8, belowOneKb: 41 }

/** Every function of the index imported alone, its checks and errors included: the larger of two bundlers' sizes counts. */
export async function indicatorSizes() {
  const names = await functionNames()
  const byEsbuild = await withEsbuildEach(new Map(names.map((name) => [name, codeOf(name)])))
  const measured = []
  // A few at a time: it works on several threads.
  for (let from = 0; from < names.length; from += together) {
    const few = names.slice(from, from + together)
    measured.push(...(await Promise.all(few.map((name) => withRolldown(codeOf(name))))))
  }
  const sizes = names
    .map((name, index) => ({ name, kb: Math.max(measured[index].start, byEsbuild.get(name)) }))
    .sort((a, b) => a.kb - b.kb)
  const patterns = sizes.filter(({ name }) => name.startsWith('cdl'))
  const functions = sizes.filter(({ name }) => !name.startsWith('cdl'))
  return [
    largest('largest pattern alone', patterns, limits.patternKb),
    largest('largest other function alone', functions, limits.functionKb),
    row(
      `median of ${sizes.length} functions alone: ${median(sizes).toFixed(2)} of ${limits.medianKb}, goal 1 kB gzip`,
      median(sizes) <= limits.medianKb,
    ),
    row(
      `functions under 1 kB gzip alone: ${sizes.filter(isSmall).length} of ${sizes.length}, at least ${limits.belowOneKb}`,
      sizes.filter(isSmall).length >= limits.belowOneKb,
    ),
  ]
}

const together = 8

const codeOf = (name) => `export { ${name} } from '${indicators}'`

const isSmall = ({ kb }) => kb < 1

const median = (sorted) => sorted[sorted.length >> 1].kb

const row = (text, ok) => ({ ok, line: `${ok ? 'ok  ' : 'OVER'} ${text}` })

function largest(what, sorted, limitKb) {
  const { name, kb } = sorted.at(-1)
  return row(`${what}: ${name} ${kb.toFixed(2)} of ${limitKb} kB gzip`, kb <= limitKb)
}

/** What has a lookback is a function over columns. */
async function functionNames() {
  const { build } = await import('esbuild')
  const { metafile } = await build({
    stdin: { contents: `export * from '${indicators}'`, resolveDir },
    bundle: true,
    format: 'esm',
    write: false,
    metafile: true,
    outdir: resolveDir,
  })
  const exported = new Set(Object.values(metafile.outputs).flatMap((output) => output.exports))
  return [...exported].filter((name) => exported.has(`${name}Lookback`))
}
