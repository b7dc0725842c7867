import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import ts from 'typescript'
import { afterAll, expect, test } from 'vitest'
import { optionalMembersWithoutUndefined } from './optional-members.mjs'

const folder = realpathSync(mkdtempSync(join(tmpdir(), 'optional-members-')))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Names of the members that are found in a module. */
function membersOf(code: string, isChecked: (path: string, member: string) => boolean = () => true) {
  const entry = join(folder, 'entry.ts')
  writeFileSync(entry, code)
  const program = ts.createProgram([entry], { strict: true, exactOptionalPropertyTypes: true, types: [] })
  return optionalMembersWithoutUndefined(program, [entry], folder, isChecked).map(
    (place) => place.split(' ')[1],
  )
}

test('an optional member of options that does not take undefined is found, with its place', () => {
  const code = 'export type ReadOptions = {\n  limit?: number\n  text?: string | undefined\n}\n'
  expect(membersOf(code)).toEqual(['limit'])
  const program = ts.createProgram([join(folder, 'entry.ts')], {
    strict: true,
    exactOptionalPropertyTypes: true,
  })
  expect(optionalMembersWithoutUndefined(program, [join(folder, 'entry.ts')], folder, () => true)).toEqual([
    'entry.ts:2 limit',
  ])
})

test('options are found in parameters, below others, in lists, constraints and partial types', () => {
  const code = `
    type Limits = { most?: number }
    export function read(options: { limits?: readonly Limits[] | undefined; part?: Partial<{ size: number }> | undefined }): void {}
    export function keep<kept extends { name?: string }>(one: kept): kept { return one }
    export class Store { constructor(options: { path?: string }) {} }
  `
  expect(membersOf(code)).toEqual(['most', 'size', 'name', 'path'])
})

test('what a function gives is not handed in, but what its methods take is, and what callbacks give', () => {
  const code = `
    export function open(): { at?: number; read(options: { limit?: number }): void } { return { read() {} } }
    export function watch(onData: (item: { price?: number }) => { wait?: number }): void {}
  `
  expect(membersOf(code)).toEqual(['limit', 'wait'])
})

test('methods are abilities, any value takes undefined, and what is excused is left out', () => {
  const code = 'export type PortOptions = { settle?(): void; json?: unknown; note?: string; time?: number }'
  expect(membersOf(code, (path, member) => `${path} ${member}` !== 'entry.ts note')).toEqual(['time'])
})

test('an entry that cannot be read is an error', () => {
  const program = ts.createProgram([], {})
  expect(() => optionalMembersWithoutUndefined(program, ['gone.ts'], folder, () => true)).toThrow('gone.ts')
})
