import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { filesBelow } from './files.mjs'
import { fromRoot } from './paths.mjs'

/** The condition under which a subpath is its TypeScript source. */
export const sourceCondition = '@starkmatter/source'

/**
 * What can only be imported, because one of its dependencies can: lightweight-charts has no CommonJS, and Vitest
 * refuses to be required. A CommonJS build of these would fail at its first require.
 */
const esmOnlyPackages = ['charts', 'components']
const esmOnlyEntries = { core: ['./testing'] }

/** Whether an entry has no CommonJS twin. */
export const isEsmOnly = ({ name, esmOnly }, subpath) =>
  esmOnly || (esmOnlyEntries[name] ?? []).includes(subpath)

/** Where a package that is built module by module has its chunks for Node. */
export const nodeFolder = 'dist/node'
const forNodePackages = ['core']

/** The published packages, each with its folder and manifest. */
export function publishedPackages() {
  const folder = fromRoot('packages')
  return readdirSync(folder)
    .map((name) => ({ name, folder: join(folder, name), manifestPath: join(folder, name, 'package.json') }))
    .filter(({ manifestPath }) => existsSync(manifestPath))
    .map((entry) => ({ ...entry, manifest: JSON.parse(readFileSync(entry.manifestPath, 'utf8')) }))
    .map((entry) => {
      const esmOnly = esmOnlyPackages.includes(entry.name)
      // CommonJS is read by Node, so it is made of what is built for Node.
      const requireFolder = forNodePackages.includes(entry.name) ? nodeFolder : 'dist'
      return { ...entry, esmOnly, requireFolder }
    })
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
