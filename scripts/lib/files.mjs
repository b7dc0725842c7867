import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { cacheFolder, root } from './paths.mjs'

const skipped = new Set(['node_modules', 'dist', '.git', '.starkmatter', 'coverage', 'reports'])

/**
 * Every source file below a folder: without what is installed or built.
 *
 * @param {string} folder
 * @param {(path: string) => boolean} accept
 * @returns {string[]}
 */
export const filesBelow = (folder, accept = () => true) =>
  walk(folder, (name) => !skipped.has(name)).filter(accept)

/** Every file below a folder that was built. */
export const filesIn = (folder) => walk(folder, () => true)

/** Sorted, so that a fingerprint does not depend on the file system. Nothing when the folder is absent. */
function walk(folder, enters) {
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
      if (entry.isDirectory()) return enters(entry.name) ? walk(path, enters) : []
      return entry.isFile() ? [path] : []
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
