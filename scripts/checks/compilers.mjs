import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { entriesOf, publishedPackages } from '../lib/packages.mjs'
import { fromRoot } from '../lib/paths.mjs'
import { run } from '../lib/run.mjs'

/** The oldest TypeScript that readers are promised (it is zod's, too) and the newest whose declarations are its own. */
const compilers = ['ts5', 'typescript']

/** What tests are written with is for those who have a test runner or a server's types, which are not ours to check. */
const unasked = ['./testing', './testing/fakes']

/**
 * Compiles an import of every entry of the SDK, as a module and as CommonJS, with nothing in the project that would help:
 * no `lib`, no types of Node, and declarations are not skipped.
 */
export async function compilesWithEach(folder) {
  const { manifest } = publishedPackages().find(({ name }) => name === 'core')
  const code = entriesOf(manifest)
    .filter(([subpath]) => !unasked.includes(subpath))
    .map(([subpath], index) => `export * as entry${index} from '${join(manifest.name, subpath)}'\n`)
    .join('')
  const files = ['entries.mts', 'entries.cts']
  for (const file of files) writeFileSync(join(folder, file), code)
  const compilerOptions = {
    strict: true,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    skipLibCheck: false,
    target: 'es2022',
    module: 'nodenext',
    moduleResolution: 'nodenext',
    types: [],
    noEmit: true,
  }
  const project = join(folder, 'tsconfig.entries.json')
  writeFileSync(project, JSON.stringify({ compilerOptions, files }))
  const results = await Promise.all(
    compilers.map(async (compiler) => {
      const tsc = fromRoot('node_modules', compiler, 'bin', 'tsc')
      const { code, output } = await run(process.execPath, [tsc, '--pretty', 'false', '-p', project])
      return { code, output: `With ${compiler}: ${output}` }
    }),
  )
  return {
    code: results.some(({ code }) => code !== 0) ? 1 : 0,
    output: results.flatMap(({ code, output }) => (code === 0 ? [] : [output])).join(''),
  }
}
