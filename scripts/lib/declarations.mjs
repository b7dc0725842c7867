import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { filesIn } from './files.mjs'
import { cacheFolder, fromRoot } from './paths.mjs'
import { UserError } from './report.mjs'
import { run } from './run.mjs'

const emitted = join(cacheFolder, 'declarations')

/**
 * Writes the declarations of all packages into their `dist`, file by file, in one run of the TypeScript that tools
 * agree on. Bundling them per entry, as tsup does, takes ten times as long and gives users nothing.
 */
export async function writeDeclarations(packages) {
  rmSync(emitted, { recursive: true, force: true })
  const typescript = fromRoot('node_modules', 'typescript', 'bin', 'tsc')
  const { code, output } = await run(process.execPath, [
    typescript,
    '-p',
    'tsconfig.build.json',
    '--outDir',
    emitted,
  ])
  if (code !== 0) throw new UserError(`The declarations were not written.\n${output.trim()}`)

  for (const { name, folder, esmOnly } of packages) {
    const source = join(emitted, name, 'src')
    for (const path of filesIn(source)) {
      const text = forOlderCompilers(readFileSync(path, 'utf8'))
      const target = join(folder, 'dist', relative(source, path))
      mkdirSync(dirname(target), { recursive: true })
      writeFileSync(target, pointTo('js', text))
      if (!esmOnly) writeFileSync(target.replace(/\.d\.ts$/, '.d.cts'), pointTo('cjs', text))
    }
  }
}

/** Sources import each other as `./bar.ts`; built files as `./bar.js` or `./bar.cjs`. */
const pointTo = (extension, text) =>
  text.replace(/((?:from|import)\s*\(?\s*)(["'])(\.{1,2}\/[^"']+)\.tsx?\2/g, `$1$2$3.${extension}$2`)

/**
 * Typed arrays have a type parameter since TypeScript 5.7 only, and how things are disposed of is in a library that a project
 * must name: with neither it compiles from 5.5 on, whatever its `lib` says.
 */
function forOlderCompilers(text) {
  const plain = text.replace(/\b((?:Float|Uint|Int|BigInt|BigUint)\d+(?:Clamped)?Array)<ArrayBuffer>/g, '$1')
  return /\bSymbol\.asyncDispose\b/.test(plain)
    ? `/// <reference lib="esnext.disposable" />\n${plain}`
    : plain
}
