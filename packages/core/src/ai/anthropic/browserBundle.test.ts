import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { expect, test } from 'vitest'

/** What only the SDK says, in whatever way it was bundled. */
const words = ['anthropic-version', 'x-stainless', 'ANTHROPIC_API_KEY', 'api.anthropic.com']

/** Everything that a page of this code could ever load, parts that are loaded later included. */
async function bundleForBrowsers(code: string) {
  const { metafile, outputFiles } = await build({
    // Beside the React package, which sees both itself and the core.
    stdin: { contents: code, resolveDir: fileURLToPath(new URL('../../../../react', import.meta.url)) },
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'browser',
    conditions: ['@starkmatter/source'],
    outdir: 'out',
    metafile: true,
    write: false,
    logLevel: 'silent',
  })
  const text = outputFiles.map((file) => file.text).join('\n')
  return {
    files: Object.keys(metafile.inputs).filter((path) => path.includes('@anthropic-ai')),
    words: words.filter((word) => text.includes(word)),
    text,
  }
}

test.each([
  ['@starkmatter/core', 'createClient'],
  ['@starkmatter/core/ai', 'verifyReport'],
  ['@starkmatter/core/sentiment', 'createSentimentAnalyzer'],
  ['@starkmatter/react', 'StarkMatterProvider'],
])('a page with all of %s holds no byte of the Anthropic SDK', async (entry, name) => {
  const { files, words, text } = await bundleForBrowsers(`export * from '${entry}'`)
  expect({ files, words }).toEqual({ files: [], words: [] })
  // It is the whole entry that was looked at.
  expect(text).toContain(name)
})

test('a page that asked for it would hold it: the test sees what it looks for', async () => {
  const { files, words: found } = await bundleForBrowsers(`export * from '@starkmatter/core/ai/anthropic'`)
  expect(files.length).toBeGreaterThan(10)
  expect(found).toEqual(words)
})
