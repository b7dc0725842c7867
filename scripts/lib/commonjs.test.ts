import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, expect, test } from 'vitest'
import { writeCommonJs } from './commonjs.mjs'

const dist = mkdtempSync(join(tmpdir(), 'starkmatter-dist-'))
afterAll(() => rmSync(dist, { recursive: true, force: true }))

test('entries of the CommonJS build share one copy of what they share', async () => {
  writeFileSync(join(dist, 'chunk-A.js'), 'export const shared = {}\nexport const here = import.meta.url\n')
  writeFileSync(
    join(dist, 'one.js'),
    "export { shared, here } from './chunk-A.js'\nexport const get = (o) => o?.name\n",
  )
  writeFileSync(join(dist, 'two.js'), "import { shared } from './chunk-A.js'\nexport { shared }\n")
  await writeCommonJs(dist)

  const require = createRequire(join(dist, 'x.cjs'))
  expect(require(join(dist, 'one.cjs')).shared).toBe(require(join(dist, 'two.cjs')).shared)
  expect(require(join(dist, 'one.cjs')).here).toBe(pathToFileURL(join(dist, 'chunk-A.cjs')).href)
  expect(readFileSync(join(dist, 'one.cjs'), 'utf8')).toContain('o?.name')
})

test('what the CommonJS build loads later it requires, and shares too', async () => {
  writeFileSync(join(dist, 'chunk-B.js'), 'export const late = {}\n')
  writeFileSync(join(dist, 'three.js'), "export const load = () => import('./chunk-B.js')\n")
  await writeCommonJs(dist)

  const require = createRequire(join(dist, 'x.cjs'))
  const { load } = require(join(dist, 'three.cjs'))
  expect((await load()).late).toBe(require(join(dist, 'chunk-B.cjs')).late)
  expect(readFileSync(join(dist, 'three.cjs'), 'utf8')).not.toContain('import(')
})
