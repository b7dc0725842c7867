import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

/**
 * A file of `bench/peers`, where competitors are installed by the first benchmark that needs them: a clone that only
 * tests does not pay for them. The caller says what the file exports.
 *
 * @param name - The folder of the competitors, beside `src`.
 */
export async function importFromPeers<exports>(file: string, name = 'peers'): Promise<exports> {
  const folder = join(process.cwd(), name)
  if (!existsSync(join(folder, 'node_modules'))) {
    console.log('Installing what is compared with, once.')
    execFileSync('npm', ['ci', '--no-audit', '--no-fund'], { cwd: folder, stdio: 'inherit' })
  }
  const module: exports = await import(pathToFileURL(join(folder, file)).href)
  return module
}
