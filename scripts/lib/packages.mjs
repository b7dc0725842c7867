import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { filesBelow } from './files.mjs'
import { fromRoot } from './paths.mjs'

/** The condition under which a subpath is its TypeScript source. */
export const sourceCondition = '@starkmatter/source'

/**
 * The published packages, each with its folder and manifest. A package is ESM-only when one of its dependencies
 * is: lightweight-charts has no CommonJS, so a CommonJS build of charts would fail at its first require.
 */
export function publishedPackages() {
  const folder = fromRoot('packages')
  return readdirSync(folder)
    .map((name) => ({ name, folder: join(folder, name), manifestPath: join(folder, name, 'package.json') }))
    .filter(({ manifestPath }) => existsSync(manifestPath))
    .map((entry) => ({ ...entry, manifest: JSON.parse(readFileSync(entry.manifestPath, 'utf8')) }))
    .map((entry) => ({ ...entry, esmOnly: ['charts', 'components'].includes(entry.name) }))
}

/** Subpath → source file, as the manifest's `exports` says. */
export function entriesOf(manifest) {
  return Object.entries(manifest.exports).flatMap(([subpath, target]) =>
    target[sourceCondition] ? [[subpath, target[sourceCondition]]] : [],
  )
}

/** `./src/providers/yahoo/index.ts` → `providers/yahoo/index`: where a source file lands below dist. */
export const outputName = (source) => source.replace(/^\.\/src\//, '').replace(/\.tsx?$/, '')

/**
 * Files of a package that run on a thread of their own, by the name that the code starts them with:
 * `new URL('./pglite-worker.mjs', import.meta.url)`, beside whatever file that code was built into.
 */
export function workersOf(folder) {
  const paths = filesBelow(
    join(folder, 'src'),
    (path) => path.endsWith('-worker.ts') && !path.includes('testing'),
  )
  return Object.fromEntries(paths.map((path) => [basename(path, '.ts'), path]))
}
