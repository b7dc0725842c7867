import { defineConfig, type Options } from 'tsup'
import { linkModules } from './link-modules.ts'
import { entriesOf, nodeFolder, outputName, workersOf } from './packages.mjs'

export type LibraryOptions = {
  /** Tells React's server components which modules belong to the browser: those with hooks, or all where code comes in chunks. */
  client?: boolean
  /**
   * One output for each source module, so that a page's own bundler decides which of them it loads at the start, which
   * later and which never: it splits by file, and a chunk of ours is one file. Otherwise shared code comes in chunks.
   */
  perModule?: boolean
  /**
   * A second output for Node, in chunks: reading a file for each module takes it eight times as long. The CommonJS twins
   * are made of it.
   */
  forNode?: boolean
}

/**
 * The build of one package: an output for each subpath of its `exports`, and what they share.
 * tsup writes ESM; `scripts/build.mjs` adds CommonJS (`commonjs.mjs`) and declarations (`declarations.mjs`).
 */
export function library(
  manifest: { exports: object },
  { client = false, perModule = false, forNode = false }: LibraryOptions = {},
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
    plugins: [withoutBareImports, ...(client && perModule ? [clientModules] : [])],
    ...(client && !perModule ? { banner: { js: useClient } } : {}),
  }
  const workers = workersOf('.')
  return defineConfig(async () => {
    const { modules, plugin } = perModule ? await linkModules(subpaths) : { modules: subpaths }
    return [
      { ...shared, entry: namedOutputs(modules), esbuildPlugins: plugin ? [plugin] : [] },
      ...(forNode ? [{ ...shared, entry: namedOutputs(subpaths), outDir: nodeFolder }] : []),
      ...(Object.keys(workers).length > 0
        ? [{ ...shared, entry: workers, outExtension: () => ({ js: '.mjs' }) }]
        : []),
    ]
  })
}

/**
 * esbuild writes `import "./chunk-A.js"` where it needs a chunk's effects in their order. No module here has effects, the
 * manifests say so, and whoever bundles the package would be warned of each. Lines stay, so that source maps fit.
 */
const withoutBareImports: NonNullable<Options['plugins']>[number] = {
  name: 'without-bare-imports',
  renderChunk: (code, { map = null }) => ({
    code: code.replace(/^import "\.{1,2}\/[^"]+";$/gm, ''),
    map,
  }),
}

const useClient = '"use client";'

/**
 * Marks the modules of components and hooks. Others stay what both sides can call: query options, to fetch ahead in a server
 * component, and an index, whose `export *` such a mark would make an error. On the first line, so that source maps fit.
 */
const clientModules: NonNullable<Options['plugins']>[number] = {
  name: 'client-modules',
  renderChunk: (code, { map = null }) => (usesReact(code) ? { code: useClient + code, map } : undefined),
}

/** Whether a module of JavaScript imports React, or calls a hook. */
export function usesReact(code: string): boolean {
  return /\bfrom "react(?:\/jsx-runtime)?"|\buse[A-Z]\w*\(/.test(code)
}

const namedOutputs = (sources: readonly string[]) =>
  Object.fromEntries(sources.map((source) => [outputName(source), source]))
