import { defineConfig, type Options } from 'tsup'
import { entriesOf, outputName, workersOf } from './packages.mjs'

/**
 * The build of one package: an output for each subpath of its `exports`, shared code in shared chunks.
 * tsup writes ESM; `scripts/build.mjs` adds CommonJS (`commonjs.mjs`) and declarations (`declarations.mjs`).
 */
export function library(manifest: { exports: object }, { client = false }: { client?: boolean } = {}) {
  const entry = Object.fromEntries(entriesOf(manifest).map(([, source]) => [outputName(source), source]))
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
  return defineConfig([
    { ...shared, entry },
    ...(Object.keys(workers).length > 0
      ? [{ ...shared, entry: workers, outExtension: () => ({ js: '.mjs' }) }]
      : []),
  ])
}
