import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { cacheFolder, root } from './paths.mjs'

const skipped = new Set(['node_modules', 'dist', '.git', '.starkmatter', 'coverage', 'reports'])

/** Every file below a folder, sorted, without what is installed or built. Nothing when the folder is absent. */
export function filesBelow(folder, accept = () => true) {
  let entries
  try {
    entries = readdirSync(folder, { withFileTypes: true })
  } catch {
    return []
  }
  return entries
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name)
      if (entry.isDirectory()) return skipped.has(entry.name) ? [] : filesBelow(path, accept)
      return entry.isFile() && accept(path) ? [path] : []
    })
}

/** A fingerprint of names and contents: the same on another machine, and after a checkout that touched times. */
export function fingerprint(paths) {
  const hash = createHash('sha256')
  for (const path of paths) {
    hash.update(relative(root, path)).update('\0').update(readFileSync(path)).update('\0')
  }
  return hash.digest('hex')
}

const stampPath = (name) => join(cacheFolder, `${name}.stamp`)

export const readStamp = (path) => {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}

export function writeStamp(path, value) {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, value)
}

/** Runs `build` unless `output` exists and was built from the same inputs. */
export async function whenStale({ name, inputs, output, build }) {
  const now = fingerprint(inputs)
  if (existsSync(output) && readStamp(stampPath(name)) === now) return
  await build()
  writeStamp(stampPath(name), now)
}
