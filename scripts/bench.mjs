import { existsSync, readdirSync } from 'node:fs'
import { bundleForNode } from './lib/bundle.mjs'
import { ensureInstalled } from './lib/install.mjs'
import { fromRoot } from './lib/paths.mjs'
import { main, UserError } from './lib/report.mjs'
import { assertNode } from './lib/requirements.mjs'
import { run } from './lib/run.mjs'

/** Usage: npm run bench -- <name> [arguments for the benchmark] */
await main(async () => {
  assertNode()
  await ensureInstalled()
  const [name, ...rest] = process.argv.slice(2)
  const source = fromRoot('bench', 'src', `${name}.bench.ts`)
  if (!name || !existsSync(source)) {
    const names = readdirSync(fromRoot('bench', 'src')).flatMap(
      (file) => file.match(/^(.+)\.bench\.ts$/)?.[1] ?? [],
    )
    throw new UserError(`Name one benchmark: ${names.join(', ') || 'there are none yet'}`)
  }
  const outdir = fromRoot('bench', 'dist')
  await bundleForNode({ entryPoints: { [name]: source }, outdir })
  const { code } = await run(process.execPath, ['--expose-gc', `${outdir}/${name}.mjs`, ...rest], {
    cwd: fromRoot('bench'),
    inherit: true,
  })
  process.exitCode = code
})
