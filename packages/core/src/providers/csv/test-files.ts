import type { Files } from '../../provider/index.ts'

/** A folder in memory. */
export function testFiles(texts: Readonly<Record<string, string>>): Files {
  return {
    async list() {
      return Object.keys(texts)
        .sort()
        .map((path) => ({ path, size: texts[path]?.length ?? 0, modified: 1 }))
    },
    async read(path) {
      const text = texts[path]
      if (text === undefined) throw new Error(`no file ${path}`)
      return text
    },
  }
}
