import { join } from 'node:path'
import { entriesOf, isEsmOnly, outputName, publishedPackages } from '../lib/packages.mjs'
import { run } from '../lib/run.mjs'

/**
 * Imports every entry as ESM and requires every CommonJS one, from what was built, by the names that users write.
 * Each package in a process of its own: an entry must not need what another one loaded.
 */
export async function checkSmoke() {
  const results = await Promise.all(publishedPackages().map(loadEntries))
  return {
    ok: results.every(({ code }) => code === 0),
    output: results.map(({ output }) => output).join(''),
    note: `${results.reduce((sum, { count }) => sum + count, 0)} entries`,
  }
}

async function loadEntries(entry) {
  const { folder, manifest, requireFolder } = entry
  const entries = entriesOf(manifest)
  const importable = entries.map(([subpath]) => join(manifest.name, subpath))
  const twins = entries.filter(([subpath]) => !isEsmOnly(entry, subpath))
  const requirable = twins.map(([subpath, source]) => ({
    name: join(manifest.name, subpath),
    file: join(folder, requireFolder, `${outputName(source)}.cjs`),
  }))
  const script = `
    import { createRequire } from 'node:module'
    const require = createRequire(import.meta.url)
    const failures = []
    const attempt = async (what, load) => {
      try {
        const names = Object.keys(await load())
        if (names.length === 0 && !what.includes('types')) failures.push(what + ': exports nothing')
      } catch (error) {
        failures.push(what + ': ' + error.message)
      }
    }
    for (const name of ${JSON.stringify(importable)}) await attempt('import ' + name, () => import(name))
    for (const { name, file } of ${JSON.stringify(requirable)}) {
      await attempt('require ' + name, () => require(name))
      if (!require.cache[file]) failures.push('require ' + name + ': does not lead to ' + file)
    }
    for (const failure of failures) console.error(failure)
    process.exit(failures.length > 0 ? 1 : 0)
  `
  // A package may import itself by its name when the process starts in its folder.
  const { code, output } = await run(process.execPath, ['--input-type=module', '--eval', script], {
    cwd: folder,
  })
  return { code, output, count: importable.length + requirable.length }
}
