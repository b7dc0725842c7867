import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { filesBelow, readStamp, writeStamp } from './files.mjs'
import { fromRoot, root } from './paths.mjs'
import { step, UserError } from './report.mjs'
import { run } from './run.mjs'

/** Started through npx: corepack and a `packageManager` field both fail where the registry is a mirror. */
export const pnpmVersion = '12.21.0'

const stamp = fromRoot('node_modules', '.starkmatter-installed')

const manifests = () => filesBelow(root, (path) => path.endsWith('package.json'))

/** What decides the content of node_modules; an edit of `exports` or `scripts` does not. */
function wanted() {
  const hash = createHash('sha256').update(pnpmVersion)
  for (const name of ['pnpm-lock.yaml', 'pnpm-workspace.yaml']) hash.update(readFileSync(fromRoot(name)))
  for (const path of manifests()) {
    const { name, dependencies, devDependencies, optionalDependencies } = JSON.parse(
      readFileSync(path, 'utf8'),
    )
    hash.update(JSON.stringify({ name, dependencies, devDependencies, optionalDependencies }))
  }
  return hash.digest('hex')
}

const noNetwork =
  'The install needs the npm registry, and it does not answer. Connect and run the same command again.'

/** Installs what the lockfile says, once: a second call sees the stamp and does nothing. */
export async function ensureInstalled() {
  const value = wanted()
  if (readStamp(stamp) === value) return
  const first = !existsSync(fromRoot('node_modules', '.modules.yaml'))
  await step(
    first ? 'Installing packages, the first time takes about half a minute' : 'Updating packages',
    async () => {
      const { code, output } = await pnpmInstall()
      if (code !== 0) throw new UserError(explain(output))
    },
  )
  writeStamp(stamp, value)
}

/**
 * Shows how far it got. Without a network pnpm tries on for minutes; told so, it takes what this machine has or fails
 * at once.
 */
async function pnpmInstall() {
  let shownAt = performance.now()
  const onLine = (line) => {
    if (!line.startsWith('Progress:') || performance.now() - shownAt < 3000) return
    shownAt = performance.now()
    console.log(`  ${line}`)
  }
  const args = ['install', '--frozen-lockfile', '--reporter=append-only']
  if (await registryAnswers()) return pnpm(args, { onLine })
  const { code, output } = await pnpm([...args, '--offline'], { onLine, env: { npm_config_offline: 'true' } })
  if (code !== 0) throw new UserError(noNetwork)
  return { code, output }
}

/** Asked through npm, which knows the user's registry and proxy; with an empty cache, which cannot answer instead. */
async function registryAnswers() {
  const cache = mkdtempSync(join(tmpdir(), 'starkmatter-npm-'))
  const patience = ['--fetch-retries=1', '--fetch-retry-mintimeout=500', '--fetch-retry-maxtimeout=500']
  const { code } = await program('npm', [
    'view',
    `pnpm@${pnpmVersion}`,
    'version',
    `--cache=${cache}`,
    ...patience,
  ])
  rmSync(cache, { recursive: true, force: true })
  return code === 0
}

/** Runs the pinned pnpm. */
export const pnpm = (args, options) => program('npx', ['-y', `pnpm@${pnpmVersion}`, ...args], options)

async function program(name, args, options) {
  try {
    return await run(name, args, options)
  } catch (error) {
    if (error.code === 'ENOENT') throw new UserError(`${name} was not found: install npm beside Node.`)
    throw error
  }
}

function explain(output) {
  const tail = output.trim().split('\n').slice(-12).join('\n')
  if (output.includes('ERR_PNPM_OUTDATED_LOCKFILE')) {
    return `pnpm-lock.yaml does not match a package.json. Run: npx -y pnpm@${pnpmVersion} install\n${tail}`
  }
  return `The install failed.\n${tail}`
}
