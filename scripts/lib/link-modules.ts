import { readFile } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import { type BuildOptions, build, type Plugin } from 'esbuild'

/**
 * How to build every source module behind some entries into an output of its own.
 *
 * @param entries - Paths like `./src/index.ts`, from the package's folder, which is the working directory.
 */
export async function linkModules(
  entries: readonly string[],
): Promise<{ modules: string[]; plugin: Plugin }> {
  const { metafile } = await build({ ...dryRun, entryPoints: [...entries], packages: 'external' })
  const modules = Object.keys(metafile.inputs)
  const linked = await build({
    ...dryRun,
    entryPoints: modules,
    packages: 'external',
    plugins: [linkByPath()],
  })
  const exported = new Map(
    Object.values(linked.metafile.outputs).flatMap(({ entryPoint, exports }) =>
      entryPoint === undefined ? [] : [[entryPoint, exports]],
    ),
  )
  return { modules: modules.map((path) => `./${path}`), plugin: linkByPath(exported) }
}

const dryRun = {
  bundle: true,
  format: 'esm',
  platform: 'node',
  outdir: 'dist',
  write: false,
  metafile: true,
} as const satisfies BuildOptions

/**
 * Leaves imports of neighbours as imports: `./bar.ts` becomes `./bar.js`.
 *
 * @param exported - The names that each module exports. Where an `index.ts` passes on all of them, it becomes `export *`:
 *   esbuild, when it splits, takes a name through a star straight from its module, but through a list of names it keeps
 *   the whole index, and with it every module that any part of the page needs.
 */
function linkByPath(exported: ReadonlyMap<string, readonly string[]> = new Map()): Plugin {
  return {
    name: 'link-by-path',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^\.{1,2}\/.*\.tsx?$/ }, ({ path, kind }) =>
        kind === 'entry-point' ? undefined : { path: path.replace(/\.tsx?$/, '.js'), external: true },
      )
      onLoad({ filter: /[\\/]index\.ts$/ }, async ({ path }) => {
        const text = await readFile(path, 'utf8')
        const contents = text.replace(passedOn, (statement, names: string, from: string) => {
          const module = relative(process.cwd(), join(dirname(path), from))
          return isAll(namesIn(names), exported.get(module)) ? `export * from '${from}'` : statement
        })
        return { contents, loader: 'ts' }
      })
    },
  }
}

const passedOn = /export \{([^}]*)\} from '(\.[^']*)'/g

/** The values of `a, type B, c`. */
const namesIn = (list: string) =>
  list
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '' && !name.startsWith('type '))

const isAll = (names: readonly string[], all: readonly string[] | undefined) =>
  all?.length === names.length && all.every((name) => names.includes(name))
