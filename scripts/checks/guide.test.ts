import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { fromRoot } from '../lib/paths.mjs'
import { fencesOf } from './fences.mjs'

/** Pages whose examples need neither a key nor a network, but for those that say so themselves or leave a part to the reader. */
const pages = ['ai', 'testing-ai', 'indicators', 'sentiment']
const needsMore = /yahoo\(|^declare const/m

const fences = pages.flatMap((page) =>
  fencesOf(readFileSync(fromRoot('docs', 'guide', `${page}.md`), 'utf8'))
    .filter(({ code }) => !needsMore.test(code))
    .map(({ code, line }) => ({ name: `${page}-${line}`, code })),
)

// Below the documentation, so that its packages are found; what lies there is not in Git.
const folder = mkdtempSync(fromRoot('docs', 'node_modules', '.guide-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

beforeAll(async () => {
  for (const { name, code } of fences) writeFileSync(join(folder, `${name}.ts`), `${code}\nexport {}\n`)
  await build({
    entryPoints: fences.map(({ name }) => join(folder, `${name}.ts`)),
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20.19',
    conditions: ['@starkmatter/source'],
    banner: {
      js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
    },
    logLevel: 'silent',
  })
}, 60_000)

test('there are examples to run', () => {
  expect(fences.length).toBeGreaterThanOrEqual(12)
})

test.each(fences)('the example $name of the guide runs, and prints what it says', async ({ name, code }) => {
  const log = vi.spyOn(console, 'log').mockImplementation(() => {})
  const error = vi.spyOn(console, 'error').mockImplementation(() => {})
  try {
    await import(/* @vite-ignore */ pathToFileURL(join(folder, `${name}.mjs`)).href)
    const printed = log.mock.calls.map((values) => values[0])
    const said = [...code.matchAll(/^console\.log\(.*\) \/\/ (?:'([^']*)'|(\d+)|nothing)/gm)]
    const expected = said.map(([, text, number]) => text ?? (number === undefined ? [] : Number(number)))
    expect(printed).toEqual(expect.arrayContaining(expected))
    expect(error.mock.calls).toEqual([])
  } finally {
    log.mockRestore()
    error.mockRestore()
  }
})
