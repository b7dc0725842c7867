import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { transform } from 'esbuild'
import { describe, test } from 'vitest'
import { filesBelow } from '../lib/files.mjs'
import { entriesOf, publishedPackages } from '../lib/packages.mjs'
import { fromRoot, root } from '../lib/paths.mjs'
import { expectResult } from './expect-result.ts'
import { type DocExample, examplesOf } from './extract.ts'

const sources = filesBelow(
  fromRoot('packages'),
  (path) => /\.tsx?$/.test(path) && !/\.test(-d)?\.tsx?$/.test(path),
)

/** What a user would import, as its source: `@starkmatter/core/indicators` → the file behind it. */
const entries = new Map(
  publishedPackages().flatMap(({ folder, manifest }) =>
    entriesOf(manifest).map(([subpath, source]) => [join(manifest.name, subpath), join(folder, source)]),
  ),
)

for (const path of sources) {
  const examples = examplesOf(readFileSync(path, 'utf8'))
  if (examples.length === 0) continue
  describe(relative(root, path), () => {
    test.each(examples)('the example of line $line computes what it says', (example) =>
      runExample(path, example),
    )
  })
}

/** The example sees what its file, the index beside it and its package export, and what it imports from packages. */
async function runExample(path: string, { code, imports }: DocExample): Promise<void> {
  const scope: Record<string, unknown> = {}
  const packageIndex = path.replace(/([\\/]src[\\/]).*$/, '$1index.ts')
  for (const module of [packageIndex, join(dirname(path), 'index.ts'), path]) {
    if (existsSync(module)) Object.assign(scope, await import(module))
  }
  Object.assign(scope, { expectResult })
  for (const { specifier, names } of imports) {
    const module = await import(entries.get(specifier) ?? specifier)
    for (const name of names) scope[name] = module[name]
  }
  const script = await transform(`const example = () => {\n${code}\n}`, { loader: 'ts' })
  const example = new Function(...Object.keys(scope), `${script.code}\nreturn example`)(
    ...Object.values(scope),
  )
  example()
}
