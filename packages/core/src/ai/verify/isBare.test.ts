import { expect, test } from 'vitest'
import * as z from 'zod/mini'
import { isObject } from '../evidence/canonicalJson.ts'
import { claimSchema } from '../schemas/claimSchema.ts'
import { forms, isBare } from './isBare.ts'

/** The members of each part of a schema, by the name that the part has, as JSON Schema tells them. */
function membersIn(schema: unknown, name: string): [name: string, members: string[]][] {
  if (!isObject(schema)) return []
  const properties: unknown = Reflect.get(schema, 'properties')
  const choices: unknown = Reflect.get(schema, 'anyOf')
  return [
    ...(isObject(properties) ? [part(name, properties)] : []),
    ...Object.entries(properties ?? {}).flatMap(([key, member]) => membersIn(member, key)),
    ...[Reflect.get(schema, 'items'), ...(Array.isArray(choices) ? choices : [])].flatMap((member) =>
      membersIn(member, name),
    ),
  ]
}

const part = (name: string, properties: object): [string, string[]] => [name, Object.keys(properties)]

const parts = membersIn(z.toJSONSchema(claimSchema), 'claim')

test('a claim of a model has claim, slots, base, comparisons and quotes for parts', () => {
  expect(parts.map(([name]) => name).sort()).toEqual(['base', 'claim', 'comparisons', 'quotes', 'slots'])
})

test.each(parts)('the members of %s are those that its schema asks a model for', (name, members) => {
  // What a run fills in itself.
  const filled = name === 'claim' ? ['values', 'rendered'] : []
  expect(forms[name]?.split(' ').sort()).toEqual([...members, ...filled].sort())
})

test.each(parts)('%s may hold each of its members, and no other', (name, members) => {
  const part = Object.fromEntries(members.map((member) => [member, null]))
  expect(isBare(part, name)).toBe(true)
  expect(isBare([part, part], name)).toBe(true)
  expect(isBare({ ...part, note: null }, name)).toBe(false)
})

test('what is a text may be no part of its own', () => {
  expect(isBare({ slots: [{ subject: { note: 'Up 12 percent' } }] }, 'claim')).toBe(false)
})
