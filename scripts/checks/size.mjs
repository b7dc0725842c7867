import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { entriesOf, publishedPackages } from '../lib/packages.mjs'
import { fromRoot } from '../lib/paths.mjs'

const budgets = [
  ...JSON.parse(readFileSync(new URL('./budgets.json', import.meta.url), 'utf8')),
  // Every source of data alone, whichever there are.
  ...subpathsOf('core')
    .filter((subpath) => /^\.\/(providers|news)\//.test(subpath))
    .map((subpath) => ({
      name: subpath.slice(2),
      code: `export { ${factoryOf(subpath)} } from '@starkmatter/core${subpath.slice(1)}'`,
      start: { limitKb: 6 },
    })),
  // What one exchange adds to the first.
  ...['alwaysOpen', 'cme', 'fxWeek', 'xetr', 'xhkg', 'xlon', 'xnas', 'xnys', 'xtks'].map((exchange) => ({
    name: `calendars: ${exchange}`,
    code: `export { ${exchange} } from '@starkmatter/core/calendars'`,
    start: { limitKb: 2 },
  })),
]

function subpathsOf(name) {
  const { manifest } = publishedPackages().find((entry) => entry.name === name)
  return entriesOf(manifest).map(([subpath]) => subpath)
}

/** `./providers/alpha-vantage` → `alphaVantage`. */
function factoryOf(subpath) {
  return subpath
    .split('/')
    .at(-1)
    .replace(/-(.)/g, (_all, letter) => letter.toUpperCase())
}

/** Bundled beside the documentation, whose dependencies are all packages: from what was built, as a user would. */
const resolveDir = fromRoot('docs')
const external = ['react', 'react-dom', '@tanstack/react-query']

/**
 * Bundlers disagree about what is unused (one keeps 90 kB of a library, the other 24): both must stay within budget.
 * `start` is what a page must have before the entry runs, `total` everything that it can ever load, in one file:
 * see docs/decisions/bundle-size.md.
 */
export async function checkSize() {
  const rows = await Promise.all(budgets.map(measure))
  return {
    ok: rows.every(({ ok }) => ok),
    output: `${rows.map(({ line }) => line).join('\n')}\n`,
    verbose: true,
  }
}

async function measure({ name, code, start, total = {} }) {
  const sizes = { esbuild: await withEsbuild(code), rolldown: await withRolldown(code) }
  const judge = (kind, { limitKb = Number.POSITIVE_INFINITY, goalKb }) => {
    const both = Object.entries(sizes).map(([bundler, size]) => [bundler, size[kind]])
    const text = both.map(([bundler, size]) => `${bundler} ${size.toFixed(2)}`).join(', ')
    const limit = Number.isFinite(limitKb) ? ` of ${limitKb}` : ''
    // A limit above its goal holds what was reached, until the goal is.
    const goal = goalKb ? `, goal ${goalKb}` : ''
    return { ok: both.every(([, size]) => size <= limitKb), text: `${kind} ${text}${limit}${goal}` }
  }
  const verdicts = [judge('start', start), judge('total', total)]
  const ok = verdicts.every((verdict) => verdict.ok)
  const line = `${ok ? 'ok  ' : 'OVER'} ${name}: ${verdicts.map(({ text }) => text).join('; ')} kB gzip`
  return { ok, line }
}

const gzipKb = (texts) => texts.reduce((sum, text) => sum + gzipSync(text, { level: 9 }).length / 1000, 0)

/** The chunks that an entry imports, directly or through others, and the entry itself. `imports` are names of chunks. */
function neededBy(entry, chunks) {
  const needed = new Set([entry])
  for (const name of needed)
    for (const imported of chunks.get(name).imports) if (chunks.has(imported)) needed.add(imported)
  return [...needed].map((name) => chunks.get(name).code)
}

async function withEsbuild(contents) {
  const { build } = await import('esbuild')
  const bundle = (splitting) =>
    build({
      stdin: { contents, resolveDir, loader: 'js' },
      bundle: true,
      splitting,
      minify: true,
      format: 'esm',
      platform: 'browser',
      external: [...external, 'node:*'],
      outdir: resolveDir,
      write: false,
      metafile: true,
      logLevel: 'silent',
    })
  const [split, whole] = await Promise.all([bundle(true), bundle(false)])
  const outputs = Object.entries(split.metafile.outputs)
  const chunks = new Map(
    outputs.map(([path, { imports }], index) => [
      path,
      {
        code: split.outputFiles[index].text,
        imports: imports.flatMap((one) => (one.kind === 'import-statement' ? [one.path] : [])),
      },
    ]),
  )
  const [entry] = outputs.find(([, { entryPoint }]) => entryPoint === '<stdin>')
  return {
    start: gzipKb(neededBy(entry, chunks)),
    total: gzipKb(whole.outputFiles.map(({ text }) => text)),
  }
}

async function withRolldown(contents) {
  const { rolldown } = await import('rolldown')
  const entry = `${resolveDir}/size-entry.js`
  const bundle = await rolldown({
    input: entry,
    platform: 'browser',
    external: [...external, /^node:/, /^react(-dom)?\//],
    logLevel: 'silent',
    plugins: [
      {
        name: 'entry-from-memory',
        resolveId: (id) => (id === entry ? entry : undefined),
        load: (id) => (id === entry ? contents : undefined),
      },
    ],
  })
  const [split, whole] = [
    await bundle.generate({ format: 'esm', minify: true }),
    await bundle.generate({ format: 'esm', minify: true, codeSplitting: false }),
  ]
  await bundle.close()
  const chunks = new Map(split.output.map((chunk) => [chunk.fileName, chunk]))
  const { fileName } = split.output.find(({ facadeModuleId }) => facadeModuleId === entry)
  return { start: gzipKb(neededBy(fileName, chunks)), total: gzipKb(whole.output.map(({ code }) => code)) }
}
