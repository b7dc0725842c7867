import { readFileSync, writeFileSync } from 'node:fs'
import { basename } from 'node:path'
import { transform } from 'esbuild'
import { filesIn } from './files.mjs'

/**
 * Writes the CommonJS twin of every ESM file in `dist`, chunk by chunk.
 * tsup can do this too, but either copies shared code into each entry, so that module state exists several times,
 * or sends it through a transformer that turns `a?.b` into a call of a helper, which slows every inner loop.
 */
export const writeCommonJs = (dist) =>
  Promise.all(
    filesIn(dist)
      .filter((path) => path.endsWith('.js'))
      .map(writeModule),
  )

async function writeModule(path) {
  const source = readFileSync(path, 'utf8')
  const usesUrl = source.includes('import.meta.url')
  const { code, map } = await transform(pointToTwins(source), {
    format: 'cjs',
    platform: 'node',
    target: 'node20.19',
    // What loads later is required later: `import()` does not work where CommonJS runs in a context of its own, as in Jest.
    supported: { 'dynamic-import': false },
    sourcefile: basename(path),
    sourcemap: true,
    define: usesUrl ? { 'import.meta.url': '__moduleUrl' } : {},
    banner: usesUrl ? 'const __moduleUrl = require("node:url").pathToFileURL(__filename).href;' : '',
  })
  const twin = path.replace(/\.js$/, '.cjs')
  writeFileSync(twin, `${code}//# sourceMappingURL=${basename(twin)}.map\n`)
  writeFileSync(`${twin}.map`, map)
}

/** Relative imports of one output by another: `from './chunk-A.js'` becomes `from './chunk-A.cjs'`. */
const pointToTwins = (text) =>
  text.replace(/((?:from|import)\s*\(?\s*)(["'])(\.{1,2}\/[^"']+)\.js\2/g, '$1$2$3.cjs$2')
