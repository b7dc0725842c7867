import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { bundleForNode } from './bundle.mjs'
import { filesBelow, whenStale } from './files.mjs'
import { workersOf } from './packages.mjs'
import { fromRoot } from './paths.mjs'
import { step, UserError } from './report.mjs'
import { run } from './run.mjs'

const api = fromRoot('examples', 'platform', 'api')
const web = fromRoot('examples', 'platform', 'web')

/** The built gateway: importing it starts the platform in this process. */
export const platformEntry = join(api, 'dist', 'main.mjs')

const isTest = /\.(test|test-d|browser\.test|stories)\.tsx?$/

const sources = (...folders) => folders.flatMap((folder) => filesBelow(folder, (path) => !isTest.test(path)))

const packageSources = (...names) => sources(...names.map((name) => fromRoot('packages', name)))

/** Builds the gateway and the page, each only when one of its own inputs has changed. */
export async function buildPlatform() {
  const shared = [fromRoot('pnpm-lock.yaml'), ...packageSources('core')]
  const apiInputs = [
    ...shared,
    ...packageSources('server'),
    ...sources(api),
    ...sources(fromRoot('scripts', 'lib')),
  ]
  const webInputs = [...shared, ...packageSources('react', 'charts', 'components'), ...sources(web)]

  await Promise.all([
    whenStale({
      name: 'platform-api',
      inputs: apiInputs,
      output: platformEntry,
      build: () => step('Building the gateway', buildApi),
    }),
    whenStale({
      name: 'platform-web',
      inputs: webInputs,
      output: join(web, 'dist', 'index.html'),
      build: () => step('Building the page', buildWeb),
    }),
  ])
}

async function buildApi() {
  const entryPoints = { main: join(api, 'src', 'main.ts'), ...workersOf(fromRoot('packages', 'server')) }
  await bundleForNode({ entryPoints, outdir: join(api, 'dist') })
}

async function buildWeb() {
  const vite = join(web, 'node_modules', '.bin', 'vite')
  if (!existsSync(vite))
    throw new UserError(
      'vite is not installed in examples/platform/web: delete node_modules and start again.',
    )
  // Also when a test asks for the build: under its NODE_ENV the page would carry React's development half.
  const env = { NODE_ENV: 'production' }
  const { code, output } = await run(vite, ['build', '--logLevel', 'warn'], { cwd: web, env })
  if (code !== 0) throw new UserError(`The page did not build.\n${output.trim()}`)
}
