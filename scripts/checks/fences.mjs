import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { filesBelow } from '../lib/files.mjs'
import { fromRoot, root } from '../lib/paths.mjs'
import { checkTypes } from '../lib/types.mjs'

const folder = fromRoot('docs', 'fences')

/** Every `ts` and `tsx` fence of a page, with the line it starts on. A fence marked `ts no-check` is left alone. */
export function fencesOf(markdown) {
  return [...markdown.matchAll(/^```(tsx?)([^\n]*)\n(.*?)^```/gms)]
    .filter(([, , marks]) => !marks.includes('no-check'))
    .map((match) => ({
      language: match[1],
      code: match[3],
      line: markdown.slice(0, match.index).split('\n').length + 1,
    }))
}

/** Type-checks the code of README.md and docs/ as a reader would paste it: each fence is a module of its own. */
export async function checkFences() {
  const pages = [fromRoot('README.md'), ...filesBelow(fromRoot('docs'), (path) => path.endsWith('.md'))]
  rmSync(folder, { recursive: true, force: true })
  let count = 0
  for (const page of pages) {
    const name = relative(root, page).replace(/\.md$/, '')
    for (const { language, code, line } of fencesOf(readFileSync(page, 'utf8'))) {
      const path = join(folder, `${name}.line-${line}.${language}`)
      mkdirSync(dirname(path), { recursive: true })
      writeFileSync(path, `${code}\nexport {}\n`)
      count += 1
    }
  }
  const tsconfig = { extends: '../../tsconfig.json', include: ['.'], exclude: [] }
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(tsconfig))
  const { code, output } = await checkTypes(join(folder, 'tsconfig.json'))
  return { ok: code === 0, output, note: `${count} fences` }
}
