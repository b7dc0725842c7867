import { join } from 'node:path'
import ts from 'typescript'
import { optionalMembersWithoutUndefined } from '../lib/optional-members.mjs'
import { entriesOf, publishedPackages } from '../lib/packages.mjs'
import { fromRoot } from '../lib/paths.mjs'

/** Where an optional member is absent and never `undefined`, and why. */
const left = [
  // What providers have found out, which others read: absent is absent there.
  'core/src/market/(instrument|bar|bar-series|quote|trade|order-book|source|reference-data|quality/.*)',
  'core/src/errors/StarkMatterError.ts message',
  'core/src/ai/(evidence|report)/',
  'core/src/indicators/(registry/entry|framework/kernel).ts',
  // What the core asks of providers: it writes all of it.
  'core/src/provider/query.ts',
  // What a provider can do follows from the operations that it has.
  'core/src/provider/provider.ts (get|search|watch)[A-Z]',
  'core/src/client/types.ts missing',
].map((pattern) => new RegExp(`^${pattern}`))

/** Every optional member of what users hand to the packages takes `undefined`. */
export async function checkOptionalMembers() {
  const { config } = ts.readConfigFile(fromRoot('tsconfig.json'), ts.sys.readFile)
  const { options } = ts.convertCompilerOptionsFromJson(config.compilerOptions, fromRoot())
  const entries = publishedPackages().flatMap(({ folder, manifest }) =>
    entriesOf(manifest).map(([, source]) => join(folder, source)),
  )
  const found = optionalMembersWithoutUndefined(
    ts.createProgram(entries, options),
    entries,
    fromRoot('packages'),
    (path, member) => !left.some((pattern) => pattern.test(`${path} ${member}`)),
  )
  return {
    ok: found.length === 0,
    output: found.map((place) => `packages/${place} is optional and does not take undefined\n`).join(''),
    note: `${entries.length} entries`,
  }
}
