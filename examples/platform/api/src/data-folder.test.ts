import { tmpdir } from 'node:os'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { assertDataFolder } from './data-folder.ts'

test('a folder that is missing, or is a file, is named before anything is opened', async () => {
  await expect(assertDataFolder('no-such-folder')).rejects.toThrow(/no-such-folder", does not exist/)
  await expect(assertDataFolder(fileURLToPath(import.meta.url))).rejects.toThrow(/is a file/)
  await expect(assertDataFolder(tmpdir())).resolves.toBeUndefined()
})
