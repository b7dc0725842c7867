import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { filesBelow, whenStale } from './lib/files.mjs'
import { ensureInstalled } from './lib/install.mjs'
import { publishedPackages } from './lib/packages.mjs'
import { fromRoot } from './lib/paths.mjs'
import { main, step, UserError } from './lib/report.mjs'
import { assertNode } from './lib/requirements.mjs'
import { tool } from './lib/run.mjs'

/** Builds the `dist` of every package, as it is published, when a source has changed. */
await main(async () => {
  assertNode()
  await ensureInstalled()
  // These need what was just installed.
  const { writeCommonJs } = await import('./lib/commonjs.mjs')
  const { writeDeclarations } = await import('./lib/declarations.mjs')

  const packages = publishedPackages()
  const sources = packages.flatMap(({ folder, manifestPath }) => [
    manifestPath,
    ...filesBelow(join(folder, 'src')),
  ])
  const recipe = ['pnpm-lock.yaml', 'tsconfig.json', 'tsconfig.build.json'].map((name) => fromRoot(name))

  await whenStale({
    name: 'packages',
    inputs: [...recipe, ...filesBelow(fromRoot('scripts', 'lib')), ...sources],
    output: join(packages[0].folder, 'dist', 'index.js'),
    build: async () => {
      for (const { folder } of packages) rmSync(join(folder, 'dist'), { recursive: true, force: true })
      await Promise.all([
        step('Writing declarations', () => writeDeclarations(packages)),
        step('Building packages', () => Promise.all(packages.map(buildModules))),
      ])
    },
  })

  async function buildModules({ folder, manifest, esmOnly, requireFolder }) {
    const { code, output } = await tool('tsup', [], { cwd: folder })
    if (code !== 0) throw new UserError(`${manifest.name} did not build.\n${output.trim()}`)
    if (!esmOnly) await writeCommonJs(join(folder, requireFolder))
  }
})
