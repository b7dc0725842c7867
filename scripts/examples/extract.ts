/** One `@example` block whose lines state results. */
export type DocExample = {
  /** Where the tag stands in its file, counted from 1. */
  line: number
  /** Names that the example imports, by specifier. */
  imports: { specifier: string; names: string[] }[]
  /** The example's statements; each stated result has become a call of `expectResult`. */
  code: string
}

/**
 * The examples of a file that say what comes out: `expression // literal`, one line each. Other lines of the same
 * block run too, so that an example may first make what it uses. Blocks without a stated result are prose, and so are those
 * that wait: what they show comes from a network.
 */
export function examplesOf(text: string): DocExample[] {
  return [...text.matchAll(/\/\*\*.*?\*\//gs)].flatMap((block) =>
    [...block[0].matchAll(/@example\b(.*?)(?=\n\s*\* ?@[a-z]|\*\/)/gs)].flatMap((tag) => {
      const lines = (tag[1] ?? '')
        .replace(/^[ \t]*\* ?/gm, '')
        .replace(/\n\s*(?=\.\w)/g, '') // A chain over several lines is one expression.
        .split('\n')
      const code = lines
        .filter((line) => !/^\s*(```|import\s)/.test(line))
        .map(withExpectation)
        .join('\n')
      if (!code.includes('expectResult(') || /\bawait\b/.test(code)) return []
      const line = text.slice(0, block.index + tag.index).split('\n').length
      return [{ line, code, imports: lines.flatMap(importOf) }]
    }),
  )
}

function importOf(line: string): DocExample['imports'] {
  const [, names, specifier] = line.match(/^\s*import\s*\{([^}]*)\}\s*from\s*'([^']+)'/) ?? []
  if (names === undefined || specifier === undefined) return []
  const all = names.split(',').map((name) => name.trim())
  return [{ specifier, names: all.filter((name) => !name.startsWith('type ')) }]
}

/** Whether an example calls a hook of React, which works in a component only. */
export function callsHook({ code }: DocExample): boolean {
  return /\buse[A-Z]\w*\(/.test(code)
}

function withExpectation(line: string): string {
  const [, statement = '', stated = ''] = line.match(/^\s*([^/\s].*?);?\s*\/\/\s*(.+?)\s*$/) ?? []
  if (/^(const|let|var|for|if|return|\}|$)/.test(statement) || !isLiteral(stated)) return line
  return `expectResult(${statement}, ${stated}, ${JSON.stringify(stated)})`
}

/** Whether a comment is a value: digits, quoted text, arrays and objects of these, never a sentence. */
export function isLiteral(text: string): boolean {
  const withoutStrings = text.replace(/'[^']*'|"[^"]*"/g, '0')
  const withoutKeys = withoutStrings.replace(/[A-Za-z_$][\w$]*\s*:/g, '')
  const onlyDigits = withoutKeys
    .replace(/\b(NaN|Infinity|null|undefined|true|false)\b/g, '0')
    .replace(/(\d)e-?(?=\d)/g, '$1')
  const hasOnlyValues = /^[-\d.,_\s[\]{}]+$/.test(onlyDigits) && /\d|\[\]|\{\}/.test(onlyDigits)
  if (!hasOnlyValues || /\d\s*-/.test(onlyDigits)) return false
  try {
    new Function(`return (${text})`)
    return true
  } catch {
    return false
  }
}
