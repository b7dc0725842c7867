import { join } from 'node:path'
import { entriesOf, publishedPackages } from './scripts/lib/packages.mjs'

/** The API reference: one module for each entry that a package exports. */
export default {
  name: 'StarkMatter',
  entryPoints: publishedPackages().flatMap(({ folder, manifest }) =>
    entriesOf(manifest).map(([, source]) => join(folder, source)),
  ),
  tsconfig: 'tsconfig.json',
  out: 'docs/reference',
  readme: 'none',
  excludePrivate: true,
  excludeInternal: true,
  disableSources: true,
  // The type gate has its own check; here a wrong link or a function without a word is what counts.
  skipErrorChecking: true,
  validation: { invalidLink: true, notExported: false, notDocumented: true },
  requiredToBeDocumented: ['Function', 'Class'],
  treatWarningsAsErrors: true,
  treatValidationWarningsAsErrors: true,
  logLevel: 'Warn',
}
