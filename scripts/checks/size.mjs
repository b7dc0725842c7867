import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { fromRoot } from '../lib/paths.mjs'

const budgets = JSON.parse(readFileSync(new URL('./budgets.json', import.meta.url), 'utf8'))

/** Bundled beside the documentation, whose dependencies are all packages: from what was built, as a user would. */
const resolveDir = fromRoot('docs')
const external = ['react', 'react-dom', '@tanstack/react-query']

/** Bundlers disagree about what is unused (one keeps 90 kB of a library, the other 24): both must stay within budget. */
export async function checkSize() {
  const rows = await Promise.all(
    budgets.map(async ({ name, limitKb, goalKb, code }) => {
      const sizes = { esbuild: await withEsbuild(code), rolldown: await withRolldown(code) }
      return { ok: Object.values(sizes).every((size) => size <= limitKb), name, limitKb, goalKb, sizes }
    }),
  )
  // A limit above its goal holds what was reached, until the goal is.
  const line = ({ ok, name, limitKb, goalKb, sizes }) =>
    `${ok ? 'ok  ' : 'OVER'} ${name}: esbuild ${sizes.esbuild.toFixed(2)}, rolldown ${sizes.rolldown.toFixed(2)} of ${limitKb} kB gzip${goalKb ? `, goal ${goalKb}` : ''}`
  return { ok: rows.every(({ ok }) => ok), output: `${rows.map(line).join('\n')}\n`, verbose: true }
}

const gzipKb = (texts) => texts.reduce((sum, text) => sum + gzipSync(text, { level: 9 }).length / 1000, 0)

/** In one file: all that can ever be loaded, what is imported on use included. */
async function withEsbuild(contents) {
  const { build } = await import('esbuild')
  const { outputFiles } = await build({
    stdin: { contents, resolveDir, loader: 'js' },
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'browser',
    external: [...external, 'node:*'],
    write: false,
    logLevel: 'silent',
  })
  return gzipKb(outputFiles.map(({ text }) => text))
}

/** In chunks: what a page must have before the entry runs. */
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
  const { output } = await bundle.generate({ format: 'esm', minify: true })
  await bundle.close()
  const chunks = new Map(output.map((chunk) => [chunk.fileName, chunk]))
  const needed = new Set(output.filter(({ facadeModuleId }) => facadeModuleId === entry))
  for (const { imports } of needed)
    for (const name of imports) if (chunks.has(name)) needed.add(chunks.get(name))
  return gzipKb([...needed].map(({ code }) => code))
}
