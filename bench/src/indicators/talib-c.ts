import { execFileSync, spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

/** Times functions of TA-Lib in C over given columns. */
export type TalibTimer = {
  /** Least time of `runs` runs, in nanoseconds. */
  time(name: string, runs: number): Promise<number>
  close(): void
}

/** Columns in the order in which the C program reads them. */
export type TalibColumns = Record<
  'open' | 'high' | 'low' | 'close' | 'volume' | 'unit' | 'periods',
  Float64Array
>

/**
 * Compiles TA-Lib (the sources that npm `talib@1.1.6` carries) with `gcc -O3` and starts it over `columns`.
 * The sources are fetched into a folder for temporary files and stay there; nothing of them enters the workspace.
 */
export function startTalib(columns: TalibColumns): TalibTimer {
  const folder = mkdtempSync(join(tmpdir(), 'talib-columns-'))
  const order = ['open', 'high', 'low', 'close', 'volume', 'unit', 'periods'] as const
  const file = join(folder, 'columns.bin')
  writeFileSync(file, Buffer.concat(order.map((name) => Buffer.from(columns[name].buffer))))
  const child = spawn(compiled(), [file, String(columns.close.length)], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  return {
    async time(name, runs) {
      child.stdin.write(`${name} ${runs}\n`)
      return Number((await lines.next()).value)
    },
    close: () => child.stdin.end(),
  }
}

function compiled(): string {
  const root = join(tmpdir(), 'starkmatter-talib-1.1.6')
  const program = join(root, 'talib-timer')
  if (existsSync(program)) return program
  mkdirSync(root, { recursive: true })
  execFileSync('npm', ['pack', 'talib@1.1.6', '--silent'], { cwd: root, stdio: 'inherit' })
  execFileSync('tar', ['xzf', 'talib-1.1.6.tgz'], { cwd: root })
  const library = join(root, 'package/src/lib')
  const sources = ['ta_common', 'ta_func', 'ta_abstract', 'ta_abstract/tables', 'ta_abstract/frames'].flatMap(
    (path) =>
      readdirSync(join(library, 'src', path))
        .filter((name) => name.endsWith('.c') && name !== 'excel_glue.c')
        .map((name) => join(library, 'src', path, name)),
  )
  const includes = ['include', 'src/ta_common', 'src/ta_abstract', 'src/ta_abstract/frames'].map(
    (path) => `-I${join(library, path)}`,
  )
  execFileSync(
    'gcc',
    ['-O3', '-w', ...includes, '-o', program, 'src/indicators/talib-timer.c', ...sources, '-lm'],
    { stdio: 'inherit' },
  )
  return program
}
