import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  entriesOf,
  isEsmOnly,
  nodeFolder,
  outputName,
  publishedPackages,
  sourceCondition,
} from './lib/packages.mjs'
import { main, UserError } from './lib/report.mjs'

/**
 * Completes the `exports` of every package. To add an entry write one line with its source,
 * `"./name": { "@starkmatter/source": "./src/name/index.ts" }`, and run `npm run exports`.
 * In core, folders below `src/providers` and `src/news` are entries by themselves.
 * With `--check` nothing is written, and a manifest that is out of date is a failure.
 */
await main(async () => {
  const stale = publishedPackages().filter((entry) => !writeExports(entry, process.argv.includes('--check')))
  if (stale.length > 0) {
    const names = stale.map(({ manifest }) => manifest.name).join(', ')
    throw new UserError(`The exports are out of date in ${names}. Run: npm run exports`)
  }
})

/** Answers false when the manifest was out of date and `check` forbade to write it. */
function writeExports(entry, check) {
  const { folder, manifest, manifestPath } = entry
  const entries = new Map([...entriesOf(manifest), ...folderEntries(folder)].sort(byDepthAndName))
  const files = Object.entries(manifest.exports).filter(
    ([subpath, target]) => typeof target === 'string' || subpath.endsWith('.css'),
  )
  const subpaths = [...entries].map(([subpath, source]) => [
    subpath,
    target(source, entry, isEsmOnly(entry, subpath)),
  ])
  const next = {
    ...manifest,
    ...legacyFields(entries, entry),
    exports: Object.fromEntries([...subpaths, ...files]),
  }

  const text = `${JSON.stringify(next, null, 2)}\n`
  if (text === readFileSync(manifestPath, 'utf8')) return true
  if (!check) writeFileSync(manifestPath, text)
  return !check
}

function folderEntries(folder) {
  return ['providers', 'news'].flatMap((group) => {
    const path = join(folder, 'src', group)
    if (!existsSync(path)) return []
    return readdirSync(path)
      .filter((name) => existsSync(join(path, name, 'index.ts')))
      .map((name) => [`./${group}/${name}`, `./src/${group}/${name}/index.ts`])
  })
}

function target(source, { requireFolder }, esmOnly) {
  const name = outputName(source)
  const types = `./dist/${name}.d.ts`
  const esm = { types, default: `./dist/${name}.js` }
  // What is built for Node comes before what bundlers take apart.
  const node = requireFolder === nodeFolder ? { types, default: `./${nodeFolder}/${name}.js` } : undefined
  if (esmOnly) return { [sourceCondition]: source, ...(node && { node }), ...esm }
  const require = { types: `./dist/${name}.d.cts`, default: `./${requireFolder}/${name}.cjs` }
  return {
    [sourceCondition]: source,
    // Both, as a resolver that has entered a condition does not look for `require` behind it.
    ...(node && { node: { import: node, require } }),
    import: esm,
    require,
  }
}

/** For resolvers that do not read `exports`: TypeScript's node10, and old bundlers. */
function legacyFields(entries, entry) {
  if (entry.esmOnly) return {}
  const rest = [...entries].filter(([subpath]) => subpath !== '.' && !isEsmOnly(entry, subpath))
  const types = rest.map(([subpath, source]) => [subpath.slice(2), [`./dist/${outputName(source)}.d.cts`]])
  return {
    main: `./${entry.requireFolder}/index.cjs`,
    module: './dist/index.js',
    types: './dist/index.d.cts',
    ...(types.length > 0 ? { typesVersions: { '*': Object.fromEntries(types) } } : {}),
  }
}

function byDepthAndName([a], [b]) {
  if (a === '.' || b === '.') return a === '.' ? -1 : 1
  return a < b ? -1 : 1
}
