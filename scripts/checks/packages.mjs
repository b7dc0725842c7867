import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { pnpm } from '../lib/install.mjs'
import { isEsmOnly, publishedPackages } from '../lib/packages.mjs'
import { cacheFolder } from '../lib/paths.mjs'
import { tool } from '../lib/run.mjs'
import { checkInstalled } from './installed.mjs'

/** Packs every package as it would be published, lets publint and attw judge the archives, and uses them as a reader would. */
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

  const judgements = publishedPackages().flatMap((entry) => judge(entry, destination))
  const results = await Promise.all([...judgements, checkInstalled(destination)])
  return {
    ok: results.every(({ code }) => code === 0),
    output: results.flatMap(({ code, output }) => (code === 0 ? [] : [output])).join('\n'),
    note: `${judgements.length / 2} archives`,
  }
}

function judge(entry, destination) {
  const { name, manifest, esmOnly } = entry
  const archive = join(destination, `starkmatter-${name}-${manifest.version}.tgz`)
  // CommonJS cannot load what is ESM-only: by design, so that is not asked about.
  const profile = esmOnly ? ['--profile', 'esm-only'] : []
  const unasked = Object.keys(manifest.exports).filter(
    (subpath) => subpath.endsWith('.css') || (!esmOnly && isEsmOnly(entry, subpath)),
  )
  const exclude = unasked.length > 0 ? ['--exclude-entrypoints', ...unasked] : []
  return [
    tool('publint', ['--strict', archive]),
    tool('attw', [archive, '--no-color', '--no-emoji', '--format', 'table-flipped', ...profile, ...exclude]),
  ]
}
