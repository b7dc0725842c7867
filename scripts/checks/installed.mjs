import { execFileSync } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { findChromium } from '../lib/chromium.mjs'
import { entriesOf, publishedPackages } from '../lib/packages.mjs'
import { cacheFolder, fromRoot } from '../lib/paths.mjs'
import { run } from '../lib/run.mjs'
import { checkTypes } from '../lib/types.mjs'
import { compilesWithEach } from './compilers.mjs'
import { fencesOf } from './fences.mjs'

const folder = join(cacheFolder, 'installed')

/**
 * Does with the packed archives what the README tells its reader to: puts them into an empty folder, pastes both quick
 * starts, compiles, bundles and runs them, the one for React in a browser.
 */
export async function checkInstalled(packedFolder) {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'package.json'), '{ "type": "module", "private": true }')
  for (const entry of publishedPackages()) unpack(entry, packedFolder)

  const fences = fencesOf(readFileSync(fromRoot('README.md'), 'utf8'))
  const node = fences.find(({ language }) => language === 'ts')
  const react = fences.find(({ language }) => language === 'tsx')
  if (!node || !react)
    return { code: 1, output: 'README.md has no quick start for Node, or none for React.\n' }
  writeFileSync(join(folder, 'node.ts'), `${node.code}\nexport {}\n`)
  writeFileSync(join(folder, 'page.tsx'), react.code)

  const results = await Promise.all([
    compiles(),
    compilesWithEach(folder),
    runsInNode(),
    runsInBrowser(),
    bundlesWithoutWarning(),
  ])
  return {
    code: results.some(({ code }) => code !== 0) ? 1 : 0,
    output: results.flatMap(({ code, output }) => (code === 0 ? [] : [output])).join('\n'),
  }
}

/** As an installer would: the archive where its name says, and what it depends on beside it. */
function unpack({ name, folder: source, manifest }, packedFolder) {
  const target = join(folder, 'node_modules', manifest.name)
  mkdirSync(target, { recursive: true })
  const archive = join(packedFolder, `starkmatter-${name}-${manifest.version}.tgz`)
  execFileSync('tar', ['-xzf', archive, '-C', target, '--strip-components=1'])
  const { dependencies, peerDependencies, devDependencies } = manifest
  const typesOf = Object.keys(devDependencies ?? {}).filter((dependency) =>
    /^(@types\/|react)/.test(dependency),
  )
  // Whoever tests with another runner, or none, has no Vitest.
  const { vitest: _, ...peers } = peerDependencies ?? {}
  for (const dependency of [...Object.keys({ ...dependencies, ...peers }), ...typesOf]) {
    const link = join(folder, 'node_modules', dependency)
    const installed = join(source, 'node_modules', dependency)
    if (dependency.startsWith('@starkmatter/') || existsSync(link) || !existsSync(installed)) continue
    mkdirSync(dirname(link), { recursive: true })
    symlinkSync(realpathSync(installed), link, 'junction')
  }
}

/** Types as a reader has them, who knows nothing of this repository's conditions. */
function compiles() {
  const compilerOptions = {
    strict: true,
    skipLibCheck: false,
    target: 'es2022',
    module: 'esnext',
    moduleResolution: 'bundler',
    lib: ['es2023', 'dom', 'dom.iterable', 'esnext.disposable'],
    types: [],
    jsx: 'react-jsx',
  }
  writeFileSync(
    join(folder, 'tsconfig.json'),
    JSON.stringify({ compilerOptions, files: ['node.ts', 'page.tsx'] }),
  )
  return checkTypes(join(folder, 'tsconfig.json'))
}

/** Against a venue that speaks Yahoo's format, in a process that must end by itself. */
async function runsInNode() {
  const { transform } = await import('esbuild')
  const { code } = await transform(readFileSync(join(folder, 'node.ts'), 'utf8'), { loader: 'ts' })
  writeFileSync(join(folder, 'node.mjs'), code)
  writeFileSync(
    join(folder, 'run.mjs'),
    `import { createFakeYahoo } from '@starkmatter/core/testing/fakes'
    const venue = await createFakeYahoo()
    const { fetch } = globalThis
    globalThis.fetch = (url, init) => fetch(String(url).replace(/^https:..[^/]+/, venue.options.baseUrl), init)
    await import('./node.mjs')
    await venue.close()`,
  )
  const result = await run(process.execPath, ['run.mjs'], { cwd: folder })
  const isRight = /^USD America\/New_York \d+(\.\d+)? \d+(\.\d+)?\n$/.test(result.output)
  return { code: result.code === 0 && isRight ? 0 : 1, output: `In Node: ${result.output}` }
}

async function runsInBrowser() {
  const executablePath = findChromium()
  if (!executablePath)
    return {
      code: process.env.CI ? 1 : 0,
      output: 'No Chromium: the quick start for React was not opened.\n',
    }
  const { build } = await import('esbuild')
  await build({
    entryPoints: [join(folder, 'page.tsx')],
    outdir: join(folder, 'page'),
    bundle: true,
    splitting: true,
    minify: true,
    format: 'esm',
    jsx: 'automatic',
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'silent',
  })
  const { chromium } = await import('playwright-core')
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] })
  try {
    const page = await browser.newPage()
    const problems = []
    page.on('pageerror', ({ message }) => problems.push(message))
    page.on('console', (message) => {
      if (message.type() === 'error') problems.push(message.text())
    })
    await page.route('http://page.test/**', (route) => {
      const { pathname } = new URL(route.request().url())
      return pathname === '/'
        ? route.fulfill({
            contentType: 'text/html',
            body: '<!doctype html><link rel="icon" href="data:,"><link rel="stylesheet" href="/page.css"><body><script type="module" src="/page.js"></script>',
          })
        : route.fulfill({ path: join(folder, 'page', pathname) })
    })
    await page.goto('http://page.test/')
    await page.locator('canvas').first().waitFor({ timeout: 20_000 })
    const colors = await paintedColors(page)
    if (colors < 4) problems.push(`The chart has ${colors} colours: nothing is drawn.`)
    const { height } = await page.locator('.sm-chart').evaluate((chart) => chart.getBoundingClientRect())
    if (height < 200) problems.push(`The chart is ${height} px high.`)
    return { code: problems.length > 0 ? 1 : 0, output: `In a browser: ${problems.join('\n')}\n` }
  } catch (error) {
    return { code: 1, output: `In a browser: ${error.message}\n` }
  } finally {
    await browser.close()
  }
}

/** How many colours the canvases come to, once they have some or the patience ends. */
async function paintedColors(page) {
  let count = 0
  for (let attempt = 0; attempt < 50 && count < 4; attempt++) {
    await page.waitForTimeout(100)
    count = await page.evaluate(() => {
      const colors = new Set()
      for (const canvas of document.querySelectorAll('canvas')) {
        if (canvas.width * canvas.height === 0) continue
        const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height)
        for (let at = 0; at < data.length; at += 4 * 61)
          colors.add(`${data[at]} ${data[at + 1]} ${data[at + 2]}`)
      }
      return colors.size
    })
  }
  return count
}

/** Every entry of the SDK, for Node and for browsers: a warning that a user cannot mend is a bug. */
async function bundlesWithoutWarning() {
  const { build } = await import('esbuild')
  const { manifest } = publishedPackages().find(({ name }) => name === 'core')
  const contents = entriesOf(manifest)
    .map(([subpath]) => subpath.slice(1))
    // Suites need a test runner, which bundlers are not asked to swallow.
    .filter((subpath) => subpath !== '/testing')
    .map((subpath, index) => `export * as entry${index} from '@starkmatter/core${subpath}'`)
    .join('\n')
  const bundles = ['node', 'browser'].map((platform) =>
    build({
      stdin: { contents, resolveDir: folder },
      bundle: true,
      splitting: true,
      format: 'esm',
      platform,
      external: ['node:*'],
      outdir: join(folder, platform),
      write: false,
      logLevel: 'silent',
    }),
  )
  const warnings = (await Promise.all(bundles)).flatMap(({ warnings }) => warnings.map(({ text }) => text))
  return { code: warnings.length > 0 ? 1 : 0, output: `Bundled: ${warnings.join('\n')}\n` }
}
