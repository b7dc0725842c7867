import { readFileSync } from 'node:fs'
import { relative } from 'node:path'
import { describe, test } from 'vitest'
import { filesBelow } from '../lib/files.mjs'
import { fromRoot, root } from '../lib/paths.mjs'
import { expectResult } from './expect-result.ts'
import { callsHook, examplesOf } from './extract.ts'
import { functionOf } from './function-of.ts'

const sources = filesBelow(
  fromRoot('packages'),
  (path) => /\.tsx?$/.test(path) && !/\.test(-d)?\.tsx?$/.test(path),
)

for (const path of sources) {
  // Those of hooks need a page, and run beside them.
  const examples = examplesOf(readFileSync(path, 'utf8')).filter((example) => !callsHook(example))
  if (examples.length === 0) continue
  describe(relative(root, path), () => {
    test.each(examples)('the example of line $line computes what it says', async (example) => {
      const run = await functionOf(path, example, { expectResult })
      run()
    })
  })
}
