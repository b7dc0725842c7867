import { build, type Plugin } from 'esbuild'
import { defineConfig, type Options } from 'tsup'
import { entriesOf, outputName, workersOf } from './packages.mjs'

export type LibraryOptions = {
  /** Marks every module as one of the browser, for React's server components. */
  client?: boolean
  /**
   * One output for each source module, so that a page's own bundler decides which of them it loads at the start, which
   * later and which never: it splits by file, and a chunk of ours is one file. Otherwise shared code comes in chunks.
   */
  perModule?: boolean
}

/**
 * The build of one package: an output for each subpath of its `exports`, and what they share.
 * tsup writes ESM; `scripts/build.mjs` adds CommonJS (`commonjs.mjs`) and declarations (`declarations.mjs`).
 */
export function library(
  manifest: { exports: object },
  { client = false, perModule = false }: LibraryOptions = {},
) {
  const subpaths = entriesOf(manifest).map(([, source]) => source)
  const shared: Options = {
    format: 'esm',
    target: 'es2022',
    platform: 'node',
    removeNodeProtocol: false,
    splitting: true,
    sourcemap: true,
    silent: true,
    // Tells React's server components that these modules belong to the browser.
    ...(client ? { banner: { js: '"use client";' } } : {}),
  }
  const workers = workersOf('.')
  return defineConfig(async () => [
    perModule
      ? { ...shared, entry: namedOutputs(await modulesBehind(subpaths)), esbuildPlugins: [linkedByPath] }
      : { ...shared, entry: namedOutputs(subpaths) },
    ...(Object.keys(workers).length > 0
      ? [{ ...shared, entry: workers, outExtension: () => ({ js: '.mjs' }) }]
      : []),
  ])
}

const namedOutputs = (sources: readonly string[]) =>
  Object.fromEntries(sources.map((source) => [outputName(source), source]))

/** Every source module that the subpaths lead to. */
async function modulesBehind(subpaths: readonly string[]): Promise<string[]> {
  const { metafile } = await build({
    entryPoints: [...subpaths],
    bundle: true,
    format: 'esm',
    platform: 'node',
    packages: 'external',
    outdir: 'dist',
    write: false,
    metafile: true,
  })
  return Object.keys(metafile.inputs).map((path) => `./${path}`)
}

/** Leaves imports of neighbours as imports: `./bar.ts` becomes `./bar.js`. */
const linkedByPath: Plugin = {
  name: 'linked-by-path',
  setup({ onResolve }) {
    onResolve({ filter: /^\.{1,2}\/.*\.tsx?$/ }, ({ path, kind }) =>
      kind === 'entry-point' ? undefined : { path: path.replace(/\.tsx?$/, '.js'), external: true },
    )
  },
}
