import { relative, sep } from 'node:path'
import { root } from './paths.mjs'
import { UserError } from './report.mjs'

/** Workspace packages are bundled from their sources; anything installed is imported from where it stands. */
const sourceCondition = '@starkmatter/source'

/**
 * Leaves installed packages out of a bundle, by their place relative to it. A bare name would not do:
 * a bundle of several workspace packages sits in one folder and sees only that folder's dependencies.
 */
const installedPackagesStayOutside = (outdir) => ({
  name: 'installed-packages-stay-outside',
  setup(build) {
    build.onResolve({ filter: /^[^./]/ }, async ({ path, pluginData, ...rest }) => {
      if (pluginData === 'resolved' || path.startsWith('node:')) return undefined
      const { importer, resolveDir, kind, namespace } = rest
      const found = await build.resolve(path, {
        importer,
        resolveDir,
        kind,
        namespace,
        pluginData: 'resolved',
      })
      if (found.errors.length > 0 || found.external || !found.path.includes(`${sep}node_modules${sep}`))
        return found
      const place = relative(outdir, found.path).split(sep).join('/')
      return { path: place.startsWith('.') ? place : `./${place}`, external: true }
    })
  },
})

/** Bundles files that run on Node out of the sources of the workspace. `entryPoints` is name → file. */
export async function bundleForNode({ entryPoints, outdir }) {
  const { build, formatMessages } = await import('esbuild')
  const building = build({
    entryPoints,
    outdir,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20.19',
    conditions: [sourceCondition],
    sourcemap: 'linked',
    splitting: true,
    logLevel: 'silent',
    absWorkingDir: root,
    plugins: [installedPackagesStayOutside(outdir)],
  })
  await building.catch(async ({ errors }) => {
    throw new UserError(
      `The bundle of ${relative(root, outdir)} failed.\n${(await formatMessages(errors, { kind: 'error' })).join('')}`,
    )
  })
}
