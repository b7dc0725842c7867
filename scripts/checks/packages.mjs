import { mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { pnpm } from '../lib/install.mjs'
import { publishedPackages } from '../lib/packages.mjs'
import { cacheFolder } from '../lib/paths.mjs'
import { tool } from '../lib/run.mjs'

/** Packs every package as it would be published, and lets publint and attw judge the archives. */
export async function checkPackages() {
  const destination = join(cacheFolder, 'packed')
  rmSync(destination, { recursive: true, force: true })
  mkdirSync(destination, { recursive: true })
  const packed = await pnpm([
    '--recursive',
    '--filter',
    './packages/*',
    'pack',
    '--pack-destination',
    destination,
  ])
  if (packed.code !== 0) return { ok: false, output: packed.output }

  const esmOnly = publishedPackages().flatMap((entry) =>
    entry.esmOnly ? [`starkmatter-${entry.name}-`] : [],
  )
  const archives = readdirSync(destination)
  const results = await Promise.all(
    archives.flatMap((name) => {
      // CommonJS cannot load an ESM-only package: by design, so that mode is not asked about.
      const profile = esmOnly.some((start) => name.startsWith(start))
        ? ['--profile', 'esm-only', '--exclude-entrypoints', './styles.css']
        : []
      const path = join(destination, name)
      return [
        tool('publint', ['--strict', path]),
        tool('attw', [path, '--no-color', '--no-emoji', '--format', 'table-flipped', ...profile]),
      ]
    }),
  )
  return {
    ok: results.every(({ code }) => code === 0),
    output: results.flatMap(({ code, output }) => (code === 0 ? [] : [output])).join('\n'),
    note: `${archives.length} archives`,
  }
}
