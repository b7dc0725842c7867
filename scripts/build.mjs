import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { filesBelow, whenStale } from './lib/files.mjs'
import { ensureInstalled } from './lib/install.mjs'
import { publishedPackages } from './lib/packages.mjs'
import { fromRoot } from './lib/paths.mjs'
import { main, step, UserError } from './lib/report.mjs'
import { assertNode } from './lib/requirements.mjs'
import { tool } from './lib/run.mjs'

/** Builds every package whose sources, or those of a package it uses, have changed. */
await main(async () => {
  assertNode()
  await ensureInstalled()
  const { writeCommonJs } = await import('./lib/commonjs.mjs')
  const packages = publishedPackages()
  const sources = packages.flatMap(({ folder }) => filesBelow(join(folder, 'src')))
  const recipe = [
    fromRoot('pnpm-lock.yaml'),
    fromRoot('tsconfig.json'),
    ...filesBelow(fromRoot('scripts', 'lib')),
  ]

  await Promise.all(
    packages.map(({ name, folder, manifestPath, manifest, esmOnly }) =>
      whenStale({
        name: `package-${name}`,
        // Declarations of one package are checked against the sources of the others.
        inputs: [...recipe, ...sources, manifestPath],
        output: join(folder, 'dist', 'index.d.ts'),
        build: () =>
          step(`Building ${manifest.name}`, async () => {
            rmSync(join(folder, 'dist'), { recursive: true, force: true })
            const { code, output } = await tool('tsup', [], { cwd: folder })
            if (code !== 0) throw new UserError(`${manifest.name} did not build.\n${output.trim()}`)
            if (!esmOnly) await writeCommonJs(join(folder, 'dist'))
          }),
      }),
    ),
  )
})
