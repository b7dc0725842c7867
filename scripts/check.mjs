import { availableParallelism } from 'node:os'
import { checkFences } from './checks/fences.mjs'
import { checkOptionalMembers } from './checks/optional-members.mjs'
import { checkPackages } from './checks/packages.mjs'
import { checkSize } from './checks/size.mjs'
import { checkSmoke } from './checks/smoke.mjs'
import { ensureInstalled } from './lib/install.mjs'
import { fromRoot } from './lib/paths.mjs'
import { main, seconds, UserError } from './lib/report.mjs'
import { assertNode } from './lib/requirements.mjs'
import { run, tool } from './lib/run.mjs'
import { checkTypes } from './lib/types.mjs'

const script = (name, ...args) => run(process.execPath, [fromRoot('scripts', name), ...args])

/** What needs nothing built, and what looks at the built packages. */
const onSources = {
  format: () => tool('biome', ['ci', '--colors=off', '--max-diagnostics=40', '.']),
  exports: () => script('exports.mjs', '--check'),
  types: checkAllTypes,
  fences: checkFences,
  unused: () => tool('knip', ['--no-progress', '--no-config-hints']),
  direction: checkDirection,
  build: () => script('build.mjs'),
  reference: () => tool('typedoc', ['--emit', 'none']),
}

const onPackages = {
  smoke: checkSmoke,
  size: checkSize,
  packages: checkPackages,
}

/** Usage: npm run check -- [names]. Prints each check with its time, and the output of those that fail. */
await main(async () => {
  assertNode()
  await ensureInstalled()
  const names = process.argv.slice(2)
  const isWanted = (name) => names.length === 0 || names.includes(name)
  const packages = Object.entries(onPackages).filter(([name]) => isWanted(name))
  // What looks at packages must not look at those of yesterday.
  const sources = Object.entries(onSources).filter(
    ([name]) => isWanted(name) || (name === 'build' && packages.length > 0),
  )

  const failed = await runAll(sources)
  failed.push(...(await runAll(packages)))
  if (failed.length > 0) throw new UserError(`Failed: ${failed.join(', ')}`)
})

/** Runs checks side by side, one for each core. Answers the names of those that failed. */
async function runAll(checks) {
  const queue = [...checks]
  const failed = []
  const worker = async () => {
    for (let next = queue.shift(); next; next = queue.shift()) {
      const [name, check] = next
      const begin = performance.now()
      const result = await check().catch((error) => ({ ok: false, output: `${error.stack}\n` }))
      const ok = result.ok ?? result.code === 0
      const note = result.note ? ` (${result.note})` : ''
      console.log(`${ok ? '✓' : '✗'} ${name}${note}, ${seconds(performance.now() - begin)}`)
      if (!ok || result.verbose) console.log(result.output.trimEnd().replace(/^/gm, '  '))
      if (!ok) failed.push(name)
    }
  }
  await Promise.all(Array.from({ length: Math.min(availableParallelism(), 4) }, worker))
  return failed
}

/** What the compiler says, and a rule of the public types that it has no word for. */
async function checkAllTypes() {
  const compiled = await checkTypes()
  return compiled.code === 0 ? checkOptionalMembers() : compiled
}

/** A tool that finds no files reports no violations: that is a failure too. */
async function checkDirection() {
  const { code, output } = await tool('depcruise', [
    'packages',
    'examples',
    'bench',
    '--config',
    '.dependency-cruiser.mjs',
  ])
  const [, modules = '0'] = output.match(/(\d+) modules/) ?? []
  return { ok: code === 0 && Number(modules) > 0, output, note: `${modules} modules` }
}
