import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { variableNames } from '../../api/src/config.ts'
import { rootFolder } from './files.ts'

test('what the README lists are the variables that the platform reads, all of them and no others', () => {
  const readme = readFileSync(join(rootFolder, 'examples/platform/api/README.md'), 'utf8')
  const listed = readme
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .flatMap((line) =>
      [...(line.split('|')[1] ?? '').matchAll(/`([A-Z][A-Z0-9_]+)`/g)].map(([, name]) => name ?? ''),
    )
  // The addresses of providers are described together.
  const isAddress = (name: string) => name.endsWith('_BASE_URL')
  const names = (from: readonly string[]) => [...new Set(from)].filter((name) => !isAddress(name)).sort()
  expect(names(listed)).toEqual(names(variableNames))
})
