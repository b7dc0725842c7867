import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { describeSecrets } from '../testing/describeSecrets.ts'
import { environmentSecrets } from './environmentSecrets.ts'

function folderOf(files: Readonly<Record<string, string>>) {
  const folder = mkdtempSync(join(tmpdir(), 'starkmatter-secrets-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  for (const [name, value] of Object.entries(files)) writeFileSync(join(folder, name), value)
  return folder
}

describe('secrets in variables', () => {
  describeSecrets(async (values) => {
    const variables: Record<string, string | undefined> = { ...values }
    return {
      secrets: environmentSecrets(variables),
      change: (changed) => void Object.assign(variables, changed),
      breakIt: () => void Object.assign(variables, { ONE_KEY_FILE: '/run/none' }),
      mend: () => void Reflect.deleteProperty(variables, 'ONE_KEY_FILE'),
      end: () => {},
    }
  })
})

describe('secrets in files', () => {
  describeSecrets(async (values) => {
    const folder = folderOf({})
    const write = (changed: Readonly<Record<string, string>>) => {
      for (const [name, value] of Object.entries(changed)) writeFileSync(join(folder, name), `${value}\n`)
    }
    write(values)
    const names = Object.keys(values).map((name) => [`${name}_FILE`, join(folder, name)])
    return {
      secrets: environmentSecrets(Object.fromEntries(names)),
      change: write,
      breakIt: () => rmSync(join(folder, 'ONE_KEY')),
      mend: () => write({ ONE_KEY: 'new value' }),
      end: () => {},
    }
  })
})

test.each([
  ['missing', 'A_KEY_FILE leads to ".*missing", which does not exist\\.'],
  ['empty', 'which is empty'],
  ['large', 'which is larger than 65536 bytes'],
  ['.', 'which is not a file'],
])('a file that is %s is refused by the name of its variable', async (file, message) => {
  const folder = folderOf({ empty: ' \n', large: 'x'.repeat(70_000) })
  const secrets = environmentSecrets({ A_KEY_FILE: join(folder, file) })
  await expect(secrets.read(['A_KEY'])).rejects.toMatchObject({
    code: 'BAD_REQUEST',
    parameter: 'A_KEY_FILE',
    message: expect.stringMatching(message),
  })
})

test('a value beside a file is a contradiction, and neither is told', async () => {
  const secrets = environmentSecrets({ A_KEY: 'hush-hush', A_KEY_FILE: '/run/secrets/a' })
  await expect(secrets.read(['A_KEY'])).rejects.toThrow('Both A_KEY and A_KEY_FILE are set: set one of them.')
})

test('an empty variable counts as one that is not set', async () => {
  expect(await environmentSecrets({ A_KEY: ' ', B_KEY_FILE: '' }).read(['A_KEY', 'B_KEY'])).toEqual({})
})
