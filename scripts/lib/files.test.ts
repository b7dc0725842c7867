import { mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { whenStale } from './files.mjs'
import { cacheFolder } from './paths.mjs'

const name = `test-${process.pid}`
const folder = mkdtempSync(join(tmpdir(), 'starkmatter-files-'))
const input = join(folder, 'input')
const output = join(folder, 'output')

afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
  rmSync(join(cacheFolder, `${name}.stamp`), { force: true })
})

/** Builds if it must, and answers whether it did. */
async function builds() {
  let built = false
  const build = () => {
    built = true
    writeFileSync(output, 'built')
  }
  await whenStale({ name, inputs: [input], output, build })
  return built
}

test('work is done once, and again when an input or the output changed', async () => {
  writeFileSync(input, 'one')
  expect(await builds()).toBe(true)
  expect(await builds()).toBe(false)

  utimesSync(input, new Date(), new Date(0))
  expect(await builds()).toBe(false)

  writeFileSync(input, 'two')
  expect(await builds()).toBe(true)

  rmSync(output)
  expect(await builds()).toBe(true)
})

test('a build that failed is tried again', async () => {
  writeFileSync(input, 'three')
  const build = () => Promise.reject(new Error('no'))
  await expect(whenStale({ name, inputs: [input], output, build })).rejects.toThrow('no')
  expect(await builds()).toBe(true)
})
