import { mkdtempSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'esbuild'

/** Builds the database thread for tests, which run from the sources: Node 20 cannot start a thread from TypeScript. */
export async function buildWorker(): Promise<URL> {
  // Inside the package, so that the built file finds the packages it imports.
  const folder = mkdtempSync(join(fileURLToPath(new URL('../../node_modules/', import.meta.url)), '.worker-'))
  const outfile = join(folder, 'pglite-worker.mjs')
  await build({
    entryPoints: [fileURLToPath(new URL('../store/pglite/pglite-worker.ts', import.meta.url))],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    logLevel: 'warning',
  })
  return pathToFileURL(outfile)
}
