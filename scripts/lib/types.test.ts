import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { fromRoot } from './paths.mjs'
import { checkTypes } from './types.mjs'

const folder = mkdtempSync(fromRoot('node_modules', '.type-gate-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** The exit code of the type gate over one file, with the workspace's own flags. */
async function gate(code: string) {
  writeFileSync(
    join(folder, 'tsconfig.json'),
    JSON.stringify({ extends: '../../tsconfig.json', include: ['*.ts'], exclude: [] }),
  )
  writeFileSync(join(folder, 'case.ts'), code)
  return checkTypes(join(folder, 'tsconfig.json'))
}

test('a type test with a wrong expectation stops the type gate', async () => {
  const right = await gate(`import { expectTypeOf } from 'vitest'\nexpectTypeOf(1).toEqualTypeOf<number>()\n`)
  expect(right).toMatchObject({ code: 0 })
  const wrong = await gate(`import { expectTypeOf } from 'vitest'\nexpectTypeOf(1).toEqualTypeOf<string>()\n`)
  expect(wrong.code).not.toBe(0)
  const unused = await gate('// @ts-expect-error a number fits\nexport const fits: number = 1\n')
  expect(unused.output).toContain('TS2578')
})
