import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { transform } from 'esbuild'
import { entriesOf, publishedPackages } from '../lib/packages.mjs'
import type { DocExample } from './extract.ts'

/** What a user would import, as its source: `@starkmatter/core/indicators` → the file behind it. */
const entries = new Map(
  publishedPackages().flatMap(({ folder, manifest }) =>
    entriesOf(manifest).map(([subpath, source]) => [join(manifest.name, subpath), join(folder, source)]),
  ),
)

/**
 * An example as a function. It sees what its file, the index beside it and its package export, what it imports from
 * packages, and what is given.
 */
export async function functionOf(
  path: string,
  { code, imports }: DocExample,
  given: Readonly<Record<string, unknown>>,
): Promise<() => void> {
  const scope: Record<string, unknown> = {}
  const packageIndex = path.replace(/([\\/]src[\\/]).*$/, '$1index.ts')
  for (const module of [packageIndex, join(dirname(path), 'index.ts'), path]) {
    if (existsSync(module)) Object.assign(scope, await import(module))
  }
  Object.assign(scope, given)
  for (const { specifier, names } of imports) {
    const module = await import(entries.get(specifier) ?? specifier)
    for (const name of names) scope[name] = module[name]
  }
  const script = await transform(`const example = () => {\n${code}\n}`, { loader: 'ts' })
  return new Function(...Object.keys(scope), `${script.code}\nreturn example`)(...Object.values(scope))
}
