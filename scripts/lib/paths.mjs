import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The repository, wherever it was cloned to. */
export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..')

/** Things that may be deleted at any time: stamps of what was built, extracted snippets. */
export const cacheFolder = join(root, '.starkmatter', 'build')

export const fromRoot = (...parts) => join(root, ...parts)
