import { basename } from 'node:path'
import { gzipSync } from 'node:zlib'
import { fromRoot } from '../lib/paths.mjs'

/** Bundled beside the documentation, whose dependencies are all packages: from what was built, as a user would. */
export const resolveDir = fromRoot('docs')
const external = ['react', 'react-dom', '@tanstack/react-query']

/**
 * What a module's code takes, with each bundler: `start` is what a page must have before the entry runs, `total` everything
 * that it can ever load, in one file. kB gzip.
 */
export async function bundleSizes(code) {
  return { esbuild: await withEsbuild(code), rolldown: await withRolldown(code) }
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

/** The sizes of many modules, by name, each in a file of its own. */
export async function withEsbuildEach(codes) {
  const { build } = await import('esbuild')
  const { outputFiles } = await build({
    entryPoints: [...codes.keys()].map((name) => ({ in: `only:${name}`, out: name })),
    plugins: [
      {
        name: 'entries-from-memory',
        setup({ onResolve, onLoad }) {
          onResolve({ filter: /^only:/ }, ({ path }) => ({ path: path.slice(5), namespace: 'only' }))
          onLoad({ filter: /.*/, namespace: 'only' }, ({ path }) => ({
            contents: codes.get(path),
            resolveDir,
          }))
        },
      },
    ],
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'browser',
    outdir: resolveDir,
    write: false,
  })
  return new Map(outputFiles.map(({ path, text }) => [basename(path, '.js'), gzipKb([text])]))
}

export async function withRolldown(contents) {
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
